package org.rsrkernel.kernel.display;

import com.google.gson.JsonElement;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.common.Image;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Collection;
import java.util.Map;

/** The kernel's own renderers: images, collections, maps, records, exceptions. */
final class Renderers {
  private Renderers() {}

  static void register(Renderer renderer) {
    Image.registerAll(renderer);
    renderer
        .createRegistration(Throwable.class)
        .preferring(MIMEType.TEXT_PLAIN)
        .register(Renderers::text);
    renderer
        .createRegistration(JsonElement.class)
        .preferring(MIMEType.APPLICATION_JSON)
        .register(
            (tree, context) -> {
              context.renderIfRequested(MIMEType.APPLICATION_JSON, () -> tree);
              text(tree, context);
            });
    for (Class<?> type : new Class<?>[] {Collection.class, Map.class, Record.class}) {
      renderer
          .createRegistration(type)
          .preferring(MIMEType.TEXT_HTML)
          .preferring(MIMEType.TEXT_PLAIN)
          .register(
              (value, context) -> {
                context.renderIfRequested(MIMEType.TEXT_HTML, () -> HtmlTable.of(value));
                text(value, context);
              });
    }
  }

  private static void text(Object value, RenderContext context) {
    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> PlainText.of(value));
  }
}
