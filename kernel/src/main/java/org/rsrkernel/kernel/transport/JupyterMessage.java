package org.rsrkernel.kernel.transport;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One message, its JSON parts as they are on the wire.
 *
 * @param route ZMQ identities that lead back to the sender, or the topic on iopub
 * @param buffers raw binary parts (comms only)
 */
public record JupyterMessage(
    List<byte[]> route,
    JsonObject header,
    JsonObject parentHeader,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {

  /** The version of Jupyter's messaging protocol that the kernel speaks. */
  public static final String PROTOCOL_VERSION = "5.5";

  public JupyterMessage {
    route = List.copyOf(route);
    buffers = List.copyOf(buffers);
  }

  /** A new message of the kernel, with a fresh id and the present time. */
  public static JupyterMessage create(
      List<byte[]> route,
      String type,
      String session,
      JsonObject parentHeader,
      JsonObject content) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("msg_type", type);
    header.addProperty("session", session);
    header.addProperty("username", "kernel");
    header.addProperty("date", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
    header.addProperty("version", PROTOCOL_VERSION);
    return new JupyterMessage(route, header, parentHeader, new JsonObject(), content, List.of());
  }

  public JupyterMessage withBuffers(List<byte[]> binary) {
    return new JupyterMessage(route, header, parentHeader, metadata, content, binary);
  }

  public JupyterMessage withMetadata(JsonObject changed) {
    return new JupyterMessage(route, header, parentHeader, changed, content, buffers);
  }

  /** The message type; never empty in a message that was read. */
  public String type() {
    return text(header, "msg_type");
  }

  /** The id that replies repeat as their parent's. */
  public String id() {
    return text(header, "msg_id");
  }

  /** The subshell that shall serve this request; empty for the main shell. */
  public Optional<String> subshell() {
    return Optional.of(text(header, "subshell_id")).filter(id -> !id.isEmpty());
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
  }
}
