package org.rsrkernel.kernel.dependency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** The libraries in a local Maven repository, by the beginning of their coordinates. */
final class LocalLibraries {

  private static final int MOST_FOLDERS = 100;

  private final Path repository;

  LocalLibraries(Path repository) {
    this.repository = repository;
  }

  /**
   * Ways to go on one step: a part of the group, {@code group:artifact:}, or a version, newest
   * first.
   */
  List<String> startingWith(String written) {
    String[] parts = written.split(":", -1);
    try {
      return switch (parts.length) {
        case 1 -> groups(parts[0]);
        case 2 -> artifacts(parts[0], parts[1]);
        case 3 -> versions(parts[0], parts[1], parts[2]);
        default -> List.of();
      };
    } catch (IOException | InvalidPathException nothingThere) {
      return List.of();
    }
  }

  private List<String> groups(String written) throws IOException {
    int dot = written.lastIndexOf('.') + 1;
    String group = written.substring(0, Math.max(0, dot - 1));
    List<String> found = new ArrayList<>();
    for (Path child : folders(folderOf(group), written.substring(dot))) {
      String name = child.getFileName().toString();
      found.add(isArtifact(child) ? group + ":" + name + ":" : written.substring(0, dot) + name);
    }
    return found;
  }

  private List<String> artifacts(String group, String written) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path child : folders(folderOf(group), written)) {
      if (isArtifact(child)) {
        found.add(group + ":" + child.getFileName() + ":");
      }
    }
    return found;
  }

  private List<String> versions(String group, String artifact, String written) throws IOException {
    return folders(folderOf(group).resolve(artifact), written).stream()
        .map(child -> version(child.getFileName().toString()))
        .sorted(Comparator.reverseOrder())
        .map(version -> group + ":" + artifact + ":" + version)
        .toList();
  }

  private Path folderOf(String group) {
    return repository.resolve(group.replace('.', '/'));
  }

  private static boolean isArtifact(Path folder) throws IOException {
    for (Path version : folders(folder, "")) {
      String pom = folder.getFileName() + "-" + version.getFileName() + ".pom";
      if (Files.exists(version.resolve(pom))) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> folders(Path parent, String prefix) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> child.getFileName().toString().startsWith(prefix))
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .filter(Files::isDirectory)
          .sorted()
          .limit(MOST_FOLDERS)
          .toList();
    }
  }

  private static Version version(String text) {
    try {
      return new GenericVersionScheme().parseVersion(text);
    } catch (InvalidVersionSpecificationException e) {
      throw new IllegalStateException("any text is a generic version: " + text, e);
    }
  }
}
