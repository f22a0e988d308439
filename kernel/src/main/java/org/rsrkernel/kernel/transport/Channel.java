package org.rsrkernel.kernel.transport;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;

/** The sockets of a kernel that carry messages. */
public enum Channel {
  SHELL,
  CONTROL,
  STDIN,
  IOPUB;

  int port(KernelConnectionProperties connection) {
    return switch (this) {
      case SHELL -> connection.getShellPort();
      case CONTROL -> connection.getControlPort();
      case STDIN -> connection.getStdinPort();
      case IOPUB -> connection.getIopubPort();
    };
  }
}
