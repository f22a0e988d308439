package org.rsrkernel.kernel.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Frames to message and back: {@code route… <IDS|MSG> signature header parent metadata content
 * buffers…}, each part JSON in UTF-8.
 *
 * <p>Used by one thread.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">the wire
 *     protocol</a>
 */
final class WireFormat {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(ISO_8859_1);
  private static final int JSON_PARTS = 4;
  private static final Gson JSON =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .serializeSpecialFloatingPointValues()
          .create();

  private final Mac mac;

  /**
   * @param key the connection file's key; empty turns signatures off
   * @param scheme such as {@code hmac-sha256}
   */
  WireFormat(String key, String scheme) throws GeneralSecurityException {
    if (key == null || key.isEmpty()) {
      mac = null;
    } else {
      String algorithm = scheme.replaceFirst("(?i)^hmac-", "Hmac").replace("-", "");
      mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
    }
  }

  JupyterMessage read(List<byte[]> frames) throws MalformedMessageException {
    int delimiter = 0;
    while (delimiter < frames.size() && !MessageDigest.isEqual(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    int firstPart = delimiter + 2;
    if (frames.size() < firstPart + JSON_PARTS) {
      throw new MalformedMessageException("a message of " + frames.size() + " frames lacks parts");
    }
    List<byte[]> parts = frames.subList(firstPart, firstPart + JSON_PARTS);
    byte[] expected = sign(parts).getBytes(ISO_8859_1);
    if (mac != null && !MessageDigest.isEqual(expected, frames.get(delimiter + 1))) {
      throw new MalformedMessageException("a message with a wrong signature");
    }
    JupyterMessage message =
        new JupyterMessage(
            frames.subList(0, delimiter),
            parse(parts.get(0)),
            parse(parts.get(1)),
            parse(parts.get(2)),
            parse(parts.get(3)),
            frames.subList(firstPart + JSON_PARTS, frames.size()));
    if (message.type().isEmpty()) {
      throw new MalformedMessageException("a message without msg_type");
    }
    return message;
  }

  List<byte[]> write(JupyterMessage message) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(JSON.toJson(message.header()).getBytes(UTF_8));
    parts.add(JSON.toJson(message.parentHeader()).getBytes(UTF_8));
    parts.add(JSON.toJson(message.metadata()).getBytes(UTF_8));
    parts.add(JSON.toJson(message.content()).getBytes(UTF_8));
    List<byte[]> frames = new ArrayList<>(message.route());
    frames.add(DELIMITER);
    frames.add(sign(parts).getBytes(ISO_8859_1));
    frames.addAll(parts);
    frames.addAll(message.buffers());
    return frames;
  }

  private String sign(List<byte[]> parts) {
    if (mac == null) {
      return "";
    }
    parts.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal());
  }

  private static JsonObject parse(byte[] part) throws MalformedMessageException {
    try {
      JsonObject object = JSON.fromJson(new String(part, UTF_8), JsonObject.class);
      return object == null ? new JsonObject() : object;
    } catch (JsonParseException | ClassCastException | StackOverflowError notAnObject) {
      throw new MalformedMessageException("a message part that is no JSON object", notAnObject);
    }
  }
}
