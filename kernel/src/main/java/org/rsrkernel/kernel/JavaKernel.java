package org.rsrkernel.kernel;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.rsrkernel.kernel.display.Notebook;
import org.rsrkernel.kernel.display.NotebookDisplay;
import org.rsrkernel.kernel.extension.Extensions;
import org.rsrkernel.kernel.history.CellHistory;
import org.rsrkernel.kernel.magic.CellParser;
import org.rsrkernel.kernel.magic.CellRunner;
import org.rsrkernel.kernel.magic.CoreMagics;
import org.rsrkernel.kernel.magic.MagicRegistry;
import org.rsrkernel.kernel.protocol.AssistanceHandlers;
import org.rsrkernel.kernel.protocol.ExecuteHandler;
import org.rsrkernel.kernel.protocol.HistoryHandler;
import org.rsrkernel.kernel.protocol.InfoHandler;
import org.rsrkernel.kernel.protocol.Reply;
import org.rsrkernel.kernel.protocol.RequestServer;
import org.rsrkernel.kernel.protocol.SocketFrontend;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.shell.JavaShell;
import org.rsrkernel.kernel.stream.CellInput;
import org.rsrkernel.kernel.stream.CellOutput;
import org.rsrkernel.kernel.stream.StreamName;
import org.rsrkernel.kernel.transport.JupyterMessage;
import org.rsrkernel.kernel.transport.KernelSockets;

/**
 * A running kernel: takes over the standard streams of the process and serves its sockets until it
 * is shut down. One at a time in a process.
 */
public final class JavaKernel implements AutoCloseable {
  private static final List<String> IMPORTS =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.function.*;",
          "import java.util.prefs.*;",
          "import java.util.regex.*;",
          "import java.util.stream.*;",
          "import static " + Notebook.class.getName() + ".*;");

  private final PrintStream processOut = System.out;
  private final PrintStream processErr = System.err;
  private final InputStream processIn = System.in;
  private final KernelSockets sockets;
  private final CellOutput output;
  private final RequestServer server;
  private final NotebookDisplay display;
  private final MagicRegistry magics = new MagicRegistry();
  private final CellHistory history;
  private final CountDownLatch shutDown = new CountDownLatch(1);
  private final KernelOptions options;
  private JavaShell shell;
  private Extensions extensions;

  /** Binds the sockets and begins to answer; cells run once {@link #start} has built the rest. */
  public JavaKernel(KernelConnectionProperties connection, KernelOptions options)
      throws IOException, GeneralSecurityException {
    this.options = options;
    sockets = new KernelSockets(connection, trouble -> processErr.println("kernel: " + trouble));
    output = new CellOutput(processOut);
    SocketFrontend frontend = new SocketFrontend(sockets);
    server = new RequestServer(frontend, output);
    display = new NotebookDisplay(output);
    Optional<Path> file = options.historyFile();
    history = file.isPresent() ? CellHistory.open(file.get()) : CellHistory.inMemory();
    server.on("kernel_info_request", new InfoHandler());
    server.on("history_request", new HistoryHandler(history));
    server.on("shutdown_request", this::shutDown);
    server.on("interrupt_request", this::interrupt);
    sockets.start(server::receive);
    server.start();
    build(frontend);
  }

  private void build(SocketFrontend frontend) {
    shell = new JavaShell(options.snippetClassPath(), IMPORTS);
    CellParser parser = new CellParser(magics);
    CellRunner runner = new CellRunner(shell, magics, display::show);
    Notebook.answerWith(display);
    AssistanceHandlers assistance = new AssistanceHandlers(shell, parser);
    server.on("complete_request", assistance::complete);
    server.on("is_complete_request", assistance::isComplete);
    server.on(
        "execute_request",
        new ExecuteHandler(runner, display, history, frontend, server::abortWaitingCells));
    extensions =
        new Extensions(
            new RunningNotebook(magics, display, shell),
            extension -> shell.addImports(extension.imports()));
    CoreMagics.register(
        magics, shell, runner, history, () -> extensions.installNew(shell.classLoader()));
    System.setOut(output.printStream(StreamName.STDOUT));
    System.setErr(output.printStream(StreamName.STDERR));
    System.setIn(new CellInput());
    shell.warmUp();
    extensions.installNew(shell.classLoader());
    server.startCells();
  }

  private JsonObject interrupt(JupyterMessage request) {
    if (RunningCell.running().isPresent()) {
      CellInterrupt.request(server.cellThread());
    }
    return Reply.ok();
  }

  private JsonObject shutDown(JupyterMessage request) {
    JsonObject reply = Reply.ok();
    reply.add("restart", request.content().get("restart"));
    shutDown.countDown();
    return reply;
  }

  /** Waits until a front end asks the kernel to shut down. */
  public void awaitShutdown() throws InterruptedException {
    shutDown.await();
  }

  /** Stops cells, uninstalls extensions, gives back the standard streams, closes the sockets. */
  @Override
  public void close() throws InterruptedException {
    CellInterrupt.request(server.cellThread());
    extensions.uninstallAll();
    server.close();
    output.close();
    System.setOut(processOut);
    System.setErr(processErr);
    System.setIn(processIn);
    sockets.close();
    shell.close();
  }
}
