package org.rsrkernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders that a typed path may become. */
final class PathNames {

  private static final int MOST = 200;

  private PathNames() {}

  /**
   * Paths that begin as typed, folders with a slash at their end; none if nothing can be listed.
   */
  static List<String> of(String typed) {
    int slash = typed.lastIndexOf('/');
    String folder = typed.substring(0, slash + 1);
    try (Stream<Path> entries = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .map(entry -> folder + entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
          .filter(path -> path.startsWith(typed))
          .sorted()
          .limit(MOST)
          .toList();
    } catch (IOException | InvalidPathException | SecurityException e) {
      return List.of();
    }
  }
}
