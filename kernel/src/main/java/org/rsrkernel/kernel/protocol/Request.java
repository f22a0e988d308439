package org.rsrkernel.kernel.protocol;

import java.util.concurrent.atomic.AtomicBoolean;
import org.rsrkernel.kernel.transport.Channel;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** A request on its way through the kernel. */
final class Request {
  private final Channel channel;
  private final JupyterMessage message;
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile boolean aborted;

  Request(Channel channel, JupyterMessage message) {
    this.channel = channel;
    this.message = message;
  }

  Channel channel() {
    return channel;
  }

  JupyterMessage message() {
    return message;
  }

  /** Whether nobody has answered yet; who asks this answers. */
  boolean isToBeAnswered() {
    return answered.compareAndSet(false, true);
  }

  void abort() {
    aborted = true;
  }

  boolean isAborted() {
    return aborted;
  }
}
