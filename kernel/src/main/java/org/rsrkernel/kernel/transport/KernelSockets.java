package org.rsrkernel.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * The kernel's sockets. A ZMQ socket belongs to one thread, so one thread reads, writes and echoes
 * heartbeats; {@link #send} from any other thread queues the message and wakes it.
 *
 * <p>What is sent keeps its order, over all channels. Malformed messages are reported and dropped.
 */
public final class KernelSockets implements AutoCloseable {
  private static final int MAX_QUEUED_MESSAGES = 64;
  private static final int LINGER_MILLIS = 1000;

  private record Outgoing(Channel channel, JupyterMessage message) {}

  private final WireFormat wireFormat;
  private final ZMQ.Context context = ZMQ.context(1);
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final ZMQ.Socket heartbeat;
  private final Pipe wakeUp = Pipe.open();
  private final Queue<Outgoing> outgoing = new ArrayDeque<>();
  private final Consumer<String> trouble;
  private Thread thread;
  private boolean closing;

  /**
   * Binds all sockets.
   *
   * @param trouble told in a sentence of each message that had to be dropped
   */
  public KernelSockets(KernelConnectionProperties connection, Consumer<String> trouble)
      throws IOException, GeneralSecurityException {
    this.trouble = trouble;
    wireFormat = new WireFormat(connection.getKey(), connection.getSignatureScheme());
    for (Channel channel : Channel.values()) {
      ZMQ.Socket socket =
          context.socket(channel == Channel.IOPUB ? SocketType.XPUB : SocketType.ROUTER);
      bind(socket, connection, channel.port(connection));
      sockets.put(channel, socket);
    }
    heartbeat = context.socket(SocketType.ROUTER);
    bind(heartbeat, connection, connection.getHbPort());
  }

  private static void bind(ZMQ.Socket socket, KernelConnectionProperties connection, int port) {
    socket.setLinger(LINGER_MILLIS);
    socket.setSndHWM(0); // a slow reader may lag behind, but no output is dropped
    String separator = "tcp".equals(connection.getTransport()) ? ":" : "-";
    socket.bind(connection.getTransport() + "://" + connection.getIp() + separator + port);
  }

  /** Starts reading. {@code receiver} is called on the socket thread and may not block. */
  public void start(BiConsumer<Channel, JupyterMessage> receiver) {
    thread = new Thread(() -> run(receiver), "kernel-sockets");
    thread.start();
  }

  /** Queues a message; waits only while the queue is full. Ignored once closed. */
  public void send(Channel channel, JupyterMessage message) {
    synchronized (outgoing) {
      boolean interrupted = false;
      while (outgoing.size() >= MAX_QUEUED_MESSAGES
          && !closing
          && Thread.currentThread() != thread) {
        try {
          outgoing.wait();
        } catch (InterruptedException e) {
          interrupted = true; // output is not lost to an interrupt; the caller sees the flag
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (closing) {
        return;
      }
      outgoing.add(new Outgoing(channel, message));
      if (outgoing.size() == 1) {
        wake();
      }
    }
  }

  /** Sends what is queued, then closes the sockets. */
  @Override
  public void close() throws InterruptedException {
    synchronized (outgoing) {
      closing = true;
      outgoing.notifyAll();
      wake();
    }
    if (thread != null) {
      thread.join();
    }
  }

  private void wake() {
    // Interruptible channels close when an interrupted thread writes to them.
    boolean interrupted = Thread.interrupted();
    try {
      wakeUp.sink().write(ByteBuffer.wrap(new byte[1]));
    } catch (IOException e) {
      trouble.accept("cannot wake the socket thread: " + e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run(BiConsumer<Channel, JupyterMessage> receiver) {
    try (ZMQ.Poller poller = context.poller(Channel.values().length + 2)) {
      wakeUp.source().configureBlocking(false);
      int wakeUpIndex = poller.register(wakeUp.source(), ZMQ.Poller.POLLIN);
      int heartbeatIndex = poller.register(heartbeat, ZMQ.Poller.POLLIN);
      Map<Channel, Integer> indexes = new EnumMap<>(Channel.class);
      sockets.forEach(
          (channel, socket) -> indexes.put(channel, poller.register(socket, ZMQ.Poller.POLLIN)));
      boolean open = true;
      while (open) {
        poller.poll();
        if (poller.pollin(wakeUpIndex)) {
          wakeUp.source().read(ByteBuffer.allocate(64));
        }
        if (poller.pollin(heartbeatIndex)) {
          sendFrames(heartbeat, receiveFrames(heartbeat));
        }
        for (Channel channel : Channel.values()) {
          if (poller.pollin(indexes.get(channel))) {
            receive(channel, receiver);
          }
        }
        open = sendQueued();
      }
    } catch (IOException e) {
      trouble.accept("the socket thread stops: " + e);
    } finally {
      sockets.values().forEach(ZMQ.Socket::close);
      heartbeat.close();
      context.term();
    }
  }

  private void receive(Channel channel, BiConsumer<Channel, JupyterMessage> receiver) {
    List<byte[]> frames = receiveFrames(sockets.get(channel));
    if (channel == Channel.IOPUB) {
      return; // subscriptions
    }
    try {
      receiver.accept(channel, wireFormat.read(frames));
    } catch (MalformedMessageException e) {
      trouble.accept("dropped " + e.getMessage() + " on " + channel);
    } catch (RuntimeException | Error e) {
      trouble.accept("dropped a message on " + channel + ": " + e);
    }
  }

  private boolean sendQueued() {
    List<Outgoing> batch;
    boolean open;
    synchronized (outgoing) {
      batch = new ArrayList<>(outgoing);
      outgoing.clear();
      open = !closing;
      outgoing.notifyAll();
    }
    for (Outgoing next : batch) {
      try {
        sendFrames(sockets.get(next.channel()), wireFormat.write(next.message()));
      } catch (RuntimeException | Error e) {
        trouble.accept("could not send " + next.message().type() + ": " + e);
      }
    }
    return open;
  }

  private static List<byte[]> receiveFrames(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    do {
      frames.add(socket.recv());
    } while (socket.hasReceiveMore());
    return frames;
  }

  private static void sendFrames(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  /** The topic frame of an iopub message. */
  public static List<byte[]> topic(String name) {
    return List.of(name.getBytes(UTF_8));
  }
}
