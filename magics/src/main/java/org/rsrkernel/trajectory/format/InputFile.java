package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file to read: a path, or a resource of this program.
 *
 * @param name as shown to the user
 * @param path where it lies; empty for a resource
 * @param resource absolute resource name; empty for a path
 */
public record InputFile(String name, Optional<Path> path, String resource) {

  public static InputFile of(Path path) {
    return new InputFile(path.toString(), Optional.of(path), "");
  }

  public static InputFile ofResource(String name, String resource) {
    return new InputFile(name, Optional.empty(), resource);
  }

  /** The last part of the name, without the suffixes of formats and compressions. */
  public String stem() {
    return Suffixes.stem(path.map(p -> p.getFileName().toString()).orElse(name));
  }

  /** The name of the folder the file lies in; empty if there is none. */
  public String folder() {
    return foldersAbove().stream().findFirst().orElse("");
  }

  /** Names of the folders the file lies in, the nearest first. */
  public List<String> foldersAbove() {
    List<String> names = new ArrayList<>();
    Path above = path.map(p -> p.toAbsolutePath().normalize().getParent()).orElse(null);
    while (above != null && above.getFileName() != null) {
      names.add(above.getFileName().toString());
      above = above.getParent();
    }
    return names;
  }

  public long size() throws IOException {
    return path.isPresent() ? Files.size(path.get()) : 0;
  }

  InputStream open() throws IOException {
    if (path.isPresent()) {
      return Files.newInputStream(path.get());
    }
    InputStream stream = InputFile.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("resource " + resource + " is missing from this build");
    }
    return stream;
  }
}
