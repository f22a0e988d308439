package org.rsrkernel.kernel.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
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

  /** New listeners come first, so that they miss nothing of what the requests lead to. */
  private static final List<Channel> READING_ORDER =
      List.of(Channel.IOPUB, Channel.CONTROL, Channel.STDIN, Channel.SHELL);

  private record Outgoing(Channel channel, JupyterMessage message) {}

  private final WireFormat wireFormat;
  private final ZMQ.Context context = ZMQ.context(1);
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final ZMQ.Socket heartbeat;
  private final Selector selector = Selector.open();
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
      boolean publishes = channel == Channel.IOPUB;
      ZMQ.Socket socket = context.socket(publishes ? SocketType.XPUB : SocketType.ROUTER);
      if (!publishes) {
        socket.setRouterHandover(true); // front ends that come again take over from themselves
      }
      bind(socket, connection, channel.port(connection));
      sockets.put(channel, socket);
    }
    sockets.get(Channel.IOPUB).setXpubVerbose(true); // each new listener is told of, not the first
    heartbeat = context.socket(SocketType.ROUTER);
    bind(heartbeat, connection, connection.getHbPort());
  }

  private static void bind(ZMQ.Socket socket, KernelConnectionProperties connection, int port) {
    socket.setLinger(LINGER_MILLIS);
    socket.setSndHWM(0); // a slow reader may lag behind, but no output is dropped
    String separator = "tcp".equals(connection.getTransport()) ? ":" : "-";
    socket.bind(connection.getTransport() + "://" + connection.getIp() + separator + port);
  }

  /** Takes what comes in. Called on the socket thread, so it may not block. */
  public interface Receiver {
    void receive(Channel channel, JupyterMessage message);

    /** What to send first to a front end that listens to iopub topics beginning so. */
    JupyterMessage welcome(String topic);
  }

  /** Starts reading. */
  public void start(Receiver receiver) {
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
        selector.wakeup();
      }
    }
  }

  /** Sends what is queued, then closes the sockets. */
  @Override
  public void close() throws InterruptedException {
    synchronized (outgoing) {
      closing = true;
      outgoing.notifyAll();
      selector.wakeup();
    }
    if (thread != null) {
      thread.join();
    }
  }

  private void run(Receiver receiver) {
    try (selector) {
      for (ZMQ.Socket socket : sockets.values()) {
        socket.getFD().register(selector, SelectionKey.OP_READ);
      }
      heartbeat.getFD().register(selector, SelectionKey.OP_READ);
      boolean open = true;
      while (open) {
        boolean received = receiveNext(receiver);
        open = sendQueued();
        if (!received && open) {
          awaitMore();
        }
      }
    } catch (IOException e) {
      trouble.accept("the socket thread stops: " + e);
    } finally {
      sockets.values().forEach(ZMQ.Socket::close);
      heartbeat.close();
      context.term();
    }
  }

  /**
   * Waits until a socket may have something, or a message was queued. ZMQ's thread wakes this one a
   * moment before it says what for; on a busy machine it has to be let in to say it.
   */
  private void awaitMore() throws IOException {
    Thread.yield();
    selector.select(key -> {});
  }

  /** Returns whether there was anything; the channels take turns after each message. */
  private boolean receiveNext(Receiver receiver) {
    if (hasInput(heartbeat)) {
      sendFrames(heartbeat, receiveFrames(heartbeat));
    }
    for (Channel channel : READING_ORDER) {
      if (hasInput(sockets.get(channel))) {
        receive(channel, receiver);
        return true;
      }
    }
    return false;
  }

  private static boolean hasInput(ZMQ.Socket socket) {
    return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
  }

  private void receive(Channel channel, Receiver receiver) {
    List<byte[]> frames = receiveFrames(sockets.get(channel));
    try {
      if (channel == Channel.IOPUB) {
        welcome(frames.get(0), receiver);
      } else {
        receiver.receive(channel, wireFormat.read(frames));
      }
    } catch (MalformedMessageException e) {
      trouble.accept("dropped " + e.getMessage() + " on " + channel);
    } catch (RuntimeException | Error e) {
      trouble.accept("dropped a message on " + channel + ": " + e);
    }
  }

  /** A subscription is the byte 1 and the topic; 0 would end one. */
  private void welcome(byte[] frame, Receiver receiver) {
    if (frame.length > 0 && frame[0] == 1) {
      String topic = new String(frame, 1, frame.length - 1, UTF_8);
      ZMQ.Socket iopub = sockets.get(Channel.IOPUB);
      sendFrames(iopub, wireFormat.write(receiver.welcome(topic)));
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
