package org.rsrkernel.kernel;

import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.transport.JupyterMessage;

/**
 * Runs a kernel nobody is connected to through what notebooks do first, and ends it. Installing
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

  private Rehearsal() {}

  static void run() throws IOException, GeneralSecurityException, InterruptedException {
    KernelConnectionProperties anyPorts =
        new KernelConnectionProperties("127.0.0.1", 0, 0, 0, 0, 0, "tcp", "hmac-sha256", "key");
    KernelOptions options = KernelOptions.fromEnvironment();
    try (JavaKernel kernel =
        new JavaKernel(
            anyPorts,
            new KernelOptions(options.snippetClassPath(), Optional.empty(), Optional.empty()))) {
      kernel.rehearse(requests());
    }
  }

  private static List<JupyterMessage> requests() {
    List<JupyterMessage> requests = new ArrayList<>();
    requests.add(request("kernel_info_request", ""));
    for (String cell : CELLS) {
      requests.add(request("execute_request", cell));
    }
    for (String type : List.of("complete_request", "inspect_request", "is_complete_request")) {
      requests.add(request(type, "xs.str"));
      requests.add(request(type, "Math.max"));
    }
    return requests;
  }

  private static JupyterMessage request(String type, String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("cursor_pos", code.length());
    return JupyterMessage.create(List.of(), type, "rehearsal", new JsonObject(), content);
  }
}
