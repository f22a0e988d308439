package org.rsrkernel.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** The front end's side of the sockets, for rehearsals and tests. Used by one thread. */
public final class NotebookClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final ZMQ.Context context = ZMQ.context(1);
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final WireFormat wireFormat;
  private final List<String> seen = new ArrayList<>();

  public NotebookClient(KernelConnectionProperties connection) throws GeneralSecurityException {
    wireFormat = new WireFormat(connection.getKey(), connection.getSignatureScheme());
    byte[] identity = UUID.randomUUID().toString().getBytes(UTF_8);
    for (Channel channel : Channel.values()) {
      boolean listens = channel == Channel.IOPUB;
      ZMQ.Socket socket = context.socket(listens ? SocketType.SUB : SocketType.DEALER);
      socket.setReceiveTimeOut(TIMEOUT_MILLIS);
      socket.setLinger(0);
      if (listens) {
        socket.subscribe(new byte[0]);
      } else {
        socket.setIdentity(identity); // stdin finds the asker by it
      }
      socket.connect("tcp://127.0.0.1:" + channel.port(connection));
      sockets.put(channel, socket);
    }
  }

  /** A connection with free ports and a key of its own. */
  public static KernelConnectionProperties freeConnection() throws IOException {
    List<ServerSocket> reserved = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ServerSocket socket = new ServerSocket(0);
      reserved.add(socket);
      ports.add(socket.getLocalPort());
    }
    for (ServerSocket socket : reserved) {
      socket.close();
    }
    return new KernelConnectionProperties(
        "127.0.0.1",
        ports.get(0),
        ports.get(1),
        ports.get(2),
        ports.get(3),
        ports.get(4),
        "tcp",
        "hmac-sha256",
        UUID.randomUUID().toString());
  }

  /** Sends a request; returns its id. */
  public String send(Channel channel, String type, JsonObject content) {
    JupyterMessage message =
        JupyterMessage.create(List.of(), type, "session", new JsonObject(), content);
    sendFrames(channel, wireFormat.write(message));
    return message.id();
  }

  /** Sends frames that need not be a message. */
  public void sendFrames(Channel channel, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      sockets.get(channel).send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  /** The frames of a well-formed message, to be damaged. */
  public List<byte[]> frames(String type) {
    return wireFormat.write(
        JupyterMessage.create(List.of(), type, "s", new JsonObject(), new JsonObject()));
  }

  /** The next message on a channel that is a child of the request. */
  public JupyterMessage receive(Channel channel, String requestId) {
    while (true) {
      JupyterMessage message = receive(channel);
      if (message.parentHeader().has("msg_id")
          && message.parentHeader().get("msg_id").getAsString().equals(requestId)) {
        return message;
      }
    }
  }

  /** The next message on a channel. */
  public JupyterMessage receive(Channel channel) {
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = sockets.get(channel).recv();
      if (frame == null) {
        throw new IllegalStateException("nothing came on " + channel + "; seen so far: " + seen);
      }
      frames.add(frame);
    } while (sockets.get(channel).hasReceiveMore());
    try {
      JupyterMessage message = wireFormat.read(frames);
      seen.add(channel + " " + message.type());
      return message;
    } catch (MalformedMessageException e) {
      throw new IllegalStateException("the kernel sent " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    sockets.values().forEach(ZMQ.Socket::close);
    context.term();
  }
}
