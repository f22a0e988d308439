package org.rsrkernel.kernel;

import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Starts the kernel: {@code java -cp … org.rsrkernel.kernel.Main CONNECTION_FILE}.
 *
 * <p>With {@code --rehearse} in place of the file it runs a few cells by itself and ends.
 *
 * <p>Ends when a front end asks for it, or when the process that started the kernel is gone (its id
 * is in {@code JPY_PARENT_PID}).
 */
public final class Main {
  private static final int EXIT_USAGE = 2;
  private static final int EXIT_FAILURE = 1;
  private static final String REHEARSE = "--rehearse";

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    String complaint = complaint(arguments);
    if (complaint != null) {
      System.err.println(complaint);
      System.exit(EXIT_USAGE);
    }
    try {
      if (arguments[0].equals(REHEARSE)) {
        Rehearsal.run();
      } else {
        Path connectionFile = Path.of(arguments[0]);
        run(connectionFile, KernelOptions.fromEnvironment().startedWith(connectionFile));
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      System.err.println("Java (RSR) cannot start: " + e);
      System.exit(EXIT_FAILURE);
    }
    System.exit(0); // threads that cells left running must not keep the process
  }

  /** Serves those who know the connection file until one of them ends the kernel. */
  static void run(Path connectionFile, KernelOptions options)
      throws IOException, GeneralSecurityException, InterruptedException {
    new Thread(Main::endWithParent, "kernel-parent").start();
    KernelConnectionProperties connection =
        KernelConnectionProperties.parse(Files.readString(connectionFile));
    try (JavaKernel kernel = new JavaKernel(connection, options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> processEnds(kernel), "kernel-end"));
      kernel.awaitShutdown();
    }
  }

  private static void processEnds(JavaKernel kernel) {
    try {
      kernel.processEnds();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the kernel cannot start here; null if it can. */
  private static String complaint(String[] arguments) {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      return "Java (RSR) compiles cells with JShell, but the Java in "
          + System.getProperty("java.home")
          + " has no module jdk.jshell: it is a JRE. Set JAVA_HOME to a full JDK, 17 or newer.";
    }
    return arguments.length == 1
        ? null
        : "usage: java -cp … org.rsrkernel.kernel.Main CONNECTION_FILE (Jupyter names the file)";
  }

  private static void endWithParent() {
    String parent = System.getenv("JPY_PARENT_PID");
    if (parent != null && parent.matches("\\d{1,18}")) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(process -> process.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
    }
  }
}
