package org.rsrkernel.kernel.magic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rsrkernel.kernel.dependency.ResolvedLibraries;
import org.rsrkernel.kernel.shell.JavaShell;

/** {@code %classpath}: jars and folders for the cells that follow. */
final class ClassPathMagic {
  private final JavaShell shell;
  private final Runnable jarAdded;
  private final Set<Path> added = new LinkedHashSet<>();

  ClassPathMagic(JavaShell shell, Runnable jarAdded) {
    this.shell = shell;
    this.jarAdded = jarAdded;
  }

  Object addNamed(List<String> words) throws IOException {
    if (words.isEmpty()) {
      return added.isEmpty()
          ? "nothing was added to the class path"
          : String.join("\n", added.stream().map(Path::toString).toList());
    }
    List<Path> entries = new ArrayList<>();
    for (String word : words) {
      entries.addAll(expand(word));
    }
    addEntries(entries);
    return null;
  }

  private void addEntries(List<Path> entries) {
    for (Path entry : entries) {
      if (added.add(entry)) {
        shell.addToClassPath(entry);
      }
    }
    jarAdded.run();
  }

  /** Adds what Maven has brought. */
  void add(ResolvedLibraries libraries) {
    addEntries(libraries.jars());
  }

  private static List<Path> expand(String word) throws IOException {
    Path path = Path.of(word).toAbsolutePath().normalize();
    if (Files.exists(path)) {
      return List.of(path);
    }
    List<Path> matches = new ArrayList<>();
    Path folder = path.getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(folder, path.getFileName().toString())) {
        found.forEach(matches::add);
      }
    }
    if (matches.isEmpty()) {
      throw new NoSuchFileException(path + " is neither a jar nor a folder, and matches nothing");
    }
    matches.sort(null);
    return matches;
  }
}
