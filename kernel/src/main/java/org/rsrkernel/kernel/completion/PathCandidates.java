package org.rsrkernel.kernel.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rsrkernel.kernel.completion.Completions.Completion;

/** Files and folders that a half-written path may mean. */
final class PathCandidates {

  private static final int MOST_FILES = 200;

  private PathCandidates() {}

  /** Proposals for a path; relative ones start in the kernel's folder, {@code ~} is home. */
  static List<Completion> of(String written) {
    int slash = written.lastIndexOf('/') + 1;
    String folder = written.substring(0, slash);
    String prefix = written.substring(slash);
    try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath().resolve(resolved(folder)))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> !prefix.isEmpty() || !file.getFileName().toString().startsWith("."))
          .sorted()
          .limit(MOST_FILES)
          .map(
              file ->
                  new Completion(
                      folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""),
                      "path",
                      ""))
          .toList();
    } catch (IOException | InvalidPathException | SecurityException notAFolder) {
      return List.of();
    }
  }

  private static String resolved(String folder) {
    return folder.startsWith("~/") ? System.getProperty("user.home") + folder.substring(1) : folder;
  }
}
