package org.rsrkernel.kernel;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.transport.Channel;
import org.rsrkernel.kernel.transport.NotebookClient;

/**
 * Runs a kernel and a notebook that does with it what notebooks do first, and ends both. Installing
 * runs this once under {@code -XX:ArchiveClassesAtExit}, so that later starts find the classes they
 * need in an archive.
 */
final class Rehearsal {
  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "int f(int n) { return n * 2; }\nvar xs = new ArrayList<Integer>();\nxs.add(f(21)); xs",
          "record Point(int x, String name) {}\nList.of(new Point(1, \"a\"))",
          "for (var x : xs) System.out.println(x);\nSystem.err.println(\"done\");",
          "int wrong = \"text\";",
          "List.of(1).get(3)",
          "%vars",
          "var names = %who",
          "%%html\n<b>bold</b>");
  private static final List<String> QUESTIONS =
      List.of("complete_request", "inspect_request", "is_complete_request");

  private Rehearsal() {}

  static void run() throws IOException, GeneralSecurityException, InterruptedException {
    Path folder = Files.createTempDirectory("rehearsal");
    Path connectionFile = folder.resolve("connection.json");
    Path history = folder.resolve("history.jsonl");
    KernelConnectionProperties connection = NotebookClient.freeConnection();
    Files.writeString(connectionFile, json(connection));
    Thread notebook = new Thread(() -> useAndEnd(connection), "notebook");
    notebook.setUncaughtExceptionHandler((thread, failed) -> Runtime.getRuntime().halt(1));
    notebook.start();
    try {
      List<Path> classPath = KernelOptions.fromEnvironment().snippetClassPath();
      Main.run(
          connectionFile, new KernelOptions(classPath, Optional.of(history), Optional.empty()));
    } finally {
      for (Path file : List.of(connectionFile, history, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String json(KernelConnectionProperties connection) {
    JsonObject file = new JsonObject();
    file.addProperty("ip", connection.getIp());
    file.addProperty("transport", connection.getTransport());
    file.addProperty("shell_port", connection.getShellPort());
    file.addProperty("iopub_port", connection.getIopubPort());
    file.addProperty("stdin_port", connection.getStdinPort());
    file.addProperty("control_port", connection.getControlPort());
    file.addProperty("hb_port", connection.getHbPort());
    file.addProperty("signature_scheme", connection.getSignatureScheme());
    file.addProperty("key", connection.getKey());
    return file.toString();
  }

  private static void useAndEnd(KernelConnectionProperties connection) {
    try (NotebookClient notebook = new NotebookClient(connection)) {
      ask(notebook, Channel.SHELL, "kernel_info_request", "");
      for (String cell : CELLS) {
        ask(notebook, Channel.SHELL, "execute_request", cell);
      }
      for (String question : QUESTIONS) {
        ask(notebook, Channel.SHELL, question, "xs.str");
        ask(notebook, Channel.SHELL, question, "Math.max");
      }
      ask(notebook, Channel.CONTROL, "shutdown_request", "");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void ask(NotebookClient notebook, Channel channel, String type, String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("cursor_pos", code.length());
    notebook.receive(channel, notebook.send(channel, type, content));
  }
}
