package org.rsrkernel.student.library;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder in which everything that this tool keeps for a user lies: {@code RSR_HOME}, or {@code
 * ~/.cache/rsr}.
 */
public record RsrHome(Path folder) {

  /**
   * The folder of this process: the environment, else {@code rsr.home}, which {@code install} sets.
   */
  public static RsrHome find() {
    String variable = System.getenv("RSR_HOME");
    if (variable != null && !variable.isBlank()) {
      return new RsrHome(Path.of(variable));
    }
    String installed = System.getProperty("rsr.home");
    if (installed != null) {
      return new RsrHome(Path.of(installed));
    }
    return new RsrHome(Path.of(userHome(), ".cache", "rsr"));
  }

  /** Java's own {@code user.home} does not follow the variable, as shells and Python do. */
  private static String userHome() {
    String variable = System.getenv("HOME");
    return variable != null && !variable.isBlank() ? variable : System.getProperty("user.home");
  }

  /** Students that were installed with the tool. */
  public Path students() {
    return folder.resolve("students");
  }

  /** Students in the kernel's own folder, for kernels that were installed as one package. */
  static Optional<Path> packagedStudents() {
    return Optional.ofNullable(System.getProperty("rsr.students")).map(Path::of);
  }

  /** Token scores of earlier runs. */
  public Path scores() {
    return folder.resolve("scores");
  }
}
