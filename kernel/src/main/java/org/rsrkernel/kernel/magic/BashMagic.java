package org.rsrkernel.kernel.magic;

import java.io.IOException;
import java.util.List;

/** {@code %%bash}: runs a script, its output under the cell as it comes. */
final class BashMagic {

  Object run(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("bash", "-c", script)).redirectErrorStream(true).start();
    Thread copying = new Thread(() -> copy(process), "bash-output");
    copying.start();
    try {
      process.getOutputStream().close();
      int status = process.waitFor();
      copying.join();
      if (status != 0) {
        throw new IOException("bash ended with status " + status);
      }
      return null;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void copy(Process process) {
    try {
      process.getInputStream().transferTo(System.out);
    } catch (IOException ended) {
      System.err.println("the script's output broke off: " + ended.getMessage());
    }
  }
}
