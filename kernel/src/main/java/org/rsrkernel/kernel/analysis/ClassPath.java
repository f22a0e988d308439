package org.rsrkernel.kernel.analysis;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the classes are that cells can name. Grows while the notebook lives; thread-safe. */
public final class ClassPath {

  private final Set<Path> entries = new LinkedHashSet<>();

  /** The class path this JVM was started with. */
  public static ClassPath ofJvm() {
    ClassPath classPath = new ClassPath();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        classPath.add(List.of(Path.of(entry)));
      }
    }
    return classPath;
  }

  /** Appends jars and folders; those that are not there are left out, as {@code java} does. */
  public synchronized void add(Collection<Path> jarsOrFolders) {
    jarsOrFolders.stream().filter(Files::exists).map(Path::toAbsolutePath).forEach(entries::add);
  }

  /** All entries in order of precedence. */
  public synchronized List<Path> entries() {
    return List.copyOf(entries);
  }
}
