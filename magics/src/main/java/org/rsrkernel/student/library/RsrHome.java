package org.rsrkernel.student.library;

import java.nio.file.Path;

/**
 * The folder in which everything that this tool keeps for a user lies: {@code RSR_HOME}, or {@code
 * ~/.cache/rsr}.
 */
public record RsrHome(Path folder) {

  /** The folder of this process: the property {@code rsr.home}, then the environment. */
  public static RsrHome find() {
    String property = System.getProperty("rsr.home");
    if (property != null) {
      return new RsrHome(Path.of(property));
    }
    String variable = System.getenv("RSR_HOME");
    if (variable != null && !variable.isBlank()) {
      return new RsrHome(Path.of(variable));
    }
    return new RsrHome(Path.of(System.getProperty("user.home"), ".cache", "rsr"));
  }

  /** Students that were installed with the tool. */
  public Path students() {
    return folder.resolve("students");
  }

  /** Token scores of earlier runs. */
  public Path scores() {
    return folder.resolve("scores");
  }
}
