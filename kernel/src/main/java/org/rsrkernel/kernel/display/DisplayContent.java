package org.rsrkernel.kernel.display;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** Display data as the content of Jupyter's messages. */
public final class DisplayContent {
  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  private DisplayContent() {}

  /** The fields {@code data}, {@code metadata} and {@code transient}. */
  public static JsonObject of(DisplayData shown) {
    JsonElement tree = JSON.toJsonTree(shown);
    JsonObject content = new JsonObject();
    for (String part : new String[] {"data", "metadata", "transient"}) {
      JsonElement value = tree.getAsJsonObject().get(part);
      content.add(part, value == null || value.isJsonNull() ? new JsonObject() : value);
    }
    return content;
  }
}
