package org.rsrkernel.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a kernel is set up, apart from its connection.
 *
 * @param snippetClassPath what cells compile against; jars that no cell ever names are better left
 *     off, since compiling and completing search all of it
 * @param historyFile where cells are remembered; empty for not at all
 */
public record KernelOptions(List<Path> snippetClassPath, Optional<Path> historyFile) {

  public KernelOptions {
    snippetClassPath = List.copyOf(snippetClassPath);
  }

  /**
   * Reads the system property {@code rsr.snippet.classpath} (entries separated as in a class path;
   * by default the kernel's own class path) and the environment variable {@code RSR_HOME} (by
   * default {@code rsr} in the user's data folder), where {@code history.jsonl} lies.
   */
  public static KernelOptions fromEnvironment() {
    String path =
        System.getProperty("rsr.snippet.classpath", System.getProperty("java.class.path"));
    List<Path> entries =
        Stream.of(path.split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    return new KernelOptions(entries, Optional.of(dataFolder().resolve("history.jsonl")));
  }

  private static Path dataFolder() {
    String home = System.getenv("RSR_HOME");
    if (home != null && !home.isBlank()) {
      return Path.of(home);
    }
    String dataHome = System.getenv("XDG_DATA_HOME");
    Path base =
        dataHome != null && !dataHome.isBlank()
            ? Path.of(dataHome)
            : Path.of(System.getProperty("user.home"), ".local", "share");
    return base.resolve("rsr");
  }
}
