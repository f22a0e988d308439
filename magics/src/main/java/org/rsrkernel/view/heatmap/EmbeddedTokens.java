package org.rsrkernel.view.heatmap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.rsrkernel.view.html.Packed;

/**
 * Trajectories' response tokens, packed into a page so that they open without the kernel: one JSON
 * object a line, gzip, base64. Takes trajectories until the page would grow too heavy.
 */
public final class EmbeddedTokens {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a token takes when packed, roughly; measured 3 to 5 bytes. */
  private static final int BYTES_A_TOKEN = 5;

  private final int capacityBytes;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final GZIPOutputStream gzip;
  private int count;

  /**
   * @param capacityBytes most packed bytes; in the page they take a third more
   */
  public EmbeddedTokens(int capacityBytes) {
    this.capacityBytes = capacityBytes;
    try {
      gzip = new GZIPOutputStream(packed, 512, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a trajectory; gives its place, or -1 if there is no room for it. */
  public int add(TokenView view) {
    long tokens = view.scored();
    if (tokens == 0 || packed.size() + tokens * BYTES_A_TOKEN > capacityBytes) {
      return -1;
    }
    try {
      gzip.write(JSON.writeValueAsBytes(TokenJson.of(view.responseOnly())));
      gzip.write('\n');
      gzip.flush();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree of JSON nodes could not be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException("no room in memory for embedded tokens", e);
    }
    return count++;
  }

  /** How many were taken. */
  public int count() {
    return count;
  }

  /** The script element that carries them; nothing can be added afterwards. */
  public String html() {
    try {
      gzip.close();
    } catch (IOException e) {
      throw new UncheckedIOException("no room in memory for embedded tokens", e);
    }
    return Packed.script("trajectories", packed.toByteArray());
  }

  /** What the page's script needs besides the tokens: colours and the mode to begin with. */
  public static ObjectNode settings() {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.put("mode", HeatMapMode.RANK.option());
    settings.set("scale", TokenScale.toJson());
    return settings;
  }
}
