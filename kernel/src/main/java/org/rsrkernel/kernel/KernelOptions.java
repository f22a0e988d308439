package org.rsrkernel.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a kernel is set up, apart from its connection.
 *
 * @param snippetClassPath what cells compile against; jars that no cell ever names are better left
 *     off, since compiling and completing search all of it
 * @param historyFile where cells are remembered; empty for not at all
 * @param id the Jupyter server's name for this kernel; empty where nothing tells it
 */
public record KernelOptions(
    List<Path> snippetClassPath, Optional<Path> historyFile, Optional<String> id) {

  /** A Jupyter server calls the file after the kernel. */
  private static final Pattern CONNECTION_FILE = Pattern.compile("kernel-([0-9a-f-]{36})\\.json");

  public KernelOptions {
    snippetClassPath = List.copyOf(snippetClassPath);
  }

  /**
   * Reads the system property {@code rsr.snippet.classpath}: entries separated as in a class path,
   * with {@code *} allowed in file names; by default the kernel's own class path. The history lies
   * in the folder that the environment variable {@code RSR_HOME} names, else the system property
   * {@code rsr.home}, else {@code .cache/rsr} in the user's home.
   */
  public static KernelOptions fromEnvironment() throws IOException {
    String path =
        System.getProperty("rsr.snippet.classpath", System.getProperty("java.class.path"));
    List<Path> entries = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        entries.addAll(expand(entry));
      }
    }
    return new KernelOptions(
        entries, Optional.of(home().resolve("history.jsonl")), Optional.empty());
  }

  /** The same for the kernel that a connection file belongs to. */
  KernelOptions startedWith(Path connectionFile) {
    Matcher name = CONNECTION_FILE.matcher(String.valueOf(connectionFile.getFileName()));
    return new KernelOptions(
        snippetClassPath,
        historyFile,
        name.matches() ? Optional.of(name.group(1)) : Optional.empty());
  }

  private static List<Path> expand(String entry) throws IOException {
    int name = entry.lastIndexOf(File.separatorChar) + 1;
    if (entry.indexOf('*', name) < 0) {
      return List.of(Path.of(entry));
    }
    Path folder = Path.of(entry.substring(0, name));
    List<Path> matches = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, entry.substring(name))) {
        found.forEach(matches::add);
      }
    }
    matches.sort(null);
    return matches;
  }

  private static Path home() {
    return firstPresent(System.getenv("RSR_HOME"), System.getProperty("rsr.home"))
        .map(Path::of)
        .orElseGet(() -> userHome().resolve(".cache").resolve("rsr"));
  }

  private static Path userHome() {
    // Java's user.home comes from the password file, not from HOME.
    return Path.of(firstPresent(System.getenv("HOME"), System.getProperty("user.home")).orElse(""));
  }

  private static Optional<String> firstPresent(String first, String second) {
    return Optional.ofNullable(first)
        .filter(text -> !text.isBlank())
        .or(() -> Optional.ofNullable(second).filter(text -> !text.isBlank()));
  }
}
