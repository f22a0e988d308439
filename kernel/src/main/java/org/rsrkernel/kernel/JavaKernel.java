package org.rsrkernel.kernel;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.CompilerPool;
import org.rsrkernel.kernel.analysis.MagicDirectory;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.comm.Comms;
import org.rsrkernel.kernel.completion.CellCompleter;
import org.rsrkernel.kernel.display.Notebook;
import org.rsrkernel.kernel.display.NotebookDisplay;
import org.rsrkernel.kernel.display.ValueSummary;
import org.rsrkernel.kernel.extension.Extensions;
import org.rsrkernel.kernel.history.CellHistory;
import org.rsrkernel.kernel.inspection.CellInspector;
import org.rsrkernel.kernel.inspection.Documentation;
import org.rsrkernel.kernel.magic.CellParser;
import org.rsrkernel.kernel.magic.CellRunner;
import org.rsrkernel.kernel.magic.CoreMagics;
import org.rsrkernel.kernel.magic.KnownMagics;
import org.rsrkernel.kernel.magic.MagicRegistry;
import org.rsrkernel.kernel.protocol.AssistanceHandlers;
import org.rsrkernel.kernel.protocol.CommHandlers;
import org.rsrkernel.kernel.protocol.ExecuteHandler;
import org.rsrkernel.kernel.protocol.HistoryHandler;
import org.rsrkernel.kernel.protocol.InfoHandler;
import org.rsrkernel.kernel.protocol.InterruptHandler;
import org.rsrkernel.kernel.protocol.RequestServer;
import org.rsrkernel.kernel.protocol.ShutdownHandler;
import org.rsrkernel.kernel.protocol.SocketFrontend;
import org.rsrkernel.kernel.running.CellInterrupt;
import org.rsrkernel.kernel.shell.JavaShell;
import org.rsrkernel.kernel.stream.CellInput;
import org.rsrkernel.kernel.stream.CellOutput;
import org.rsrkernel.kernel.stream.StreamName;
import org.rsrkernel.kernel.transport.KernelSockets;

/**
 * A running kernel: takes over the standard streams of the process and serves its sockets until it
 * is shut down. One at a time in a process.
 */
public final class JavaKernel implements AutoCloseable {
  private static final List<String> IMPORTS =
      List.of(
          "import static " + Notebook.class.getName() + ".*;",
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.function.*;",
          "import java.util.prefs.*;",
          "import java.util.regex.*;",
          "import java.util.stream.*;");

  private final PrintStream processOut = System.out;
  private final PrintStream processErr = System.err;
  private final InputStream processIn = System.in;
  private final CountDownLatch endRequested = new CountDownLatch(1);
  private final KernelSockets sockets;
  private final CellOutput output;
  private final SocketFrontend frontend;
  private final RequestServer server;
  private final CellHistory history;
  private final JavaShell shell;
  private final Extensions extensions;

  /** Binds the sockets, tells front ends what it is as soon as they ask, then builds the rest. */
  public JavaKernel(KernelConnectionProperties connection, KernelOptions options)
      throws IOException, GeneralSecurityException {
    ClassPath classPath = new ClassPath();
    classPath.add(options.snippetClassPath());
    NotebookDeclarations declarations = new NotebookDeclarations();
    TypeIndex index = new TypeIndex(classPath);
    shell = new JavaShell(classPath, declarations, index, IMPORTS);
    sockets = new KernelSockets(connection, trouble -> processErr.println("kernel: " + trouble));
    output = new CellOutput(processOut);
    frontend = new SocketFrontend(sockets);
    server = new RequestServer(frontend, output);
    Optional<Path> file = options.historyFile();
    history = file.isPresent() ? CellHistory.open(file.get()) : CellHistory.inMemory();
    server.on("kernel_info_request", new InfoHandler());
    server.on("history_request", new HistoryHandler(history));
    server.on("shutdown_request", new ShutdownHandler(endRequested::countDown));
    server.on("interrupt_request", new InterruptHandler(server::leaveBehind));
    sockets.start(server);
    server.start();

    MagicRegistry magics = new MagicRegistry();
    NotebookDisplay display = new NotebookDisplay(output);
    Comms comms = new Comms(display::publish);
    extensions =
        new Extensions(
            new RunningNotebook(magics, display, shell, comms, options.id()),
            extension -> shell.addImports(extension.imports()));
    CellRunner runner = runCells(magics, display, comms);
    CellCompleter completer = answerQuestions(magics, classPath, declarations, index);
    takeOverStreams();
    showExceptions(display);
    shell.prepare();
    extensions.installNew(shell.classLoader());
    server.startCells(new WarmUp(runner, display, completer).steps());
  }

  private CellRunner runCells(MagicRegistry magics, NotebookDisplay display, Comms comms) {
    CellRunner runner = new CellRunner(shell, magics, display::show);
    CoreMagics core = new CoreMagics(magics);
    core.about(shell, history);
    core.running(runner);
    core.jars(shell, display, () -> extensions.installNew(shell.classLoader()));
    display.answerCells(comms);
    new CommHandlers(comms, frontend).register(server);
    server.on(
        "execute_request",
        new ExecuteHandler(runner, display, history, frontend, server::abortWaitingBehind));
    return runner;
  }

  private CellCompleter answerQuestions(
      MagicRegistry magics,
      ClassPath classPath,
      NotebookDeclarations declarations,
      TypeIndex index) {
    CellParser parser = new CellParser(magics);
    CellAnalysis analysis = new CellAnalysis(declarations, new CompilerPool(classPath));
    MagicDirectory directory = new KnownMagics(magics, parser);
    CellInspector inspector =
        new CellInspector(
            analysis,
            index,
            directory,
            new Documentation(classPath),
            name -> shell.variable(name).flatMap(ValueSummary::of));
    CellCompleter completer = new CellCompleter(analysis, index, directory);
    new AssistanceHandlers(shell, parser, completer, inspector).register(server);
    return completer;
  }

  /** Those that are a value, and those that end a thread which a cell has started. */
  private void showExceptions(NotebookDisplay display) {
    display
        .renderer()
        .createRegistration(Throwable.class)
        .preferring(MIMEType.TEXT_PLAIN)
        .register(
            (thrown, context) ->
                context.renderIfRequested(
                    MIMEType.TEXT_PLAIN, () -> shell.explain(thrown).plainText()));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          List<String> lines = shell.explain(thrown).traceback();
          System.err.println("In thread " + thread.getName() + ": " + String.join("\n", lines));
        });
  }

  private void takeOverStreams() {
    System.setOut(output.printStream(StreamName.STDOUT));
    System.setErr(output.printStream(StreamName.STDERR));
    System.setIn(new CellInput());
  }

  /** Waits until a front end asks the kernel to end. */
  public void awaitShutdown() throws InterruptedException {
    endRequested.await();
  }

  /** Says under the running cell why it will not end, when something else ends the process. */
  void processEnds() throws InterruptedException {
    if (endRequested.getCount() > 0) {
      System.err.println(
          "The kernel's process ends: it was told to, or library code called System.exit."
              + " Restart the kernel to go on.");
      output.close();
      sockets.close();
    }
  }

  /** Stops cells, uninstalls extensions, gives back the standard streams, closes the sockets. */
  @Override
  public void close() throws InterruptedException {
    CellInterrupt.request();
    server.close();
    extensions.uninstallAll();
    output.close();
    System.setOut(processOut);
    System.setErr(processErr);
    System.setIn(processIn);
    Thread.setDefaultUncaughtExceptionHandler(null);
    sockets.close();
    shell.close();
  }
}
