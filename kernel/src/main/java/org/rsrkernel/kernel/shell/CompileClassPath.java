package org.rsrkernel.kernel.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.rsrkernel.kernel.analysis.ClassPath;

/**
 * What JShell compiles against: its own class path would begin with all that the kernel itself runs
 * with. Used with JShell's lock held.
 */
final class CompileClassPath {
  private final ClassPath entries;
  private StandardJavaFileManager files;

  CompileClassPath(ClassPath entries) {
    this.entries = entries;
  }

  ClassPath entries() {
    return entries;
  }

  /** Makes JShell's file manager look here, now and when this grows. */
  StandardJavaFileManager applyTo(StandardJavaFileManager compilerFiles) {
    files = compilerFiles;
    apply();
    return compilerFiles;
  }

  void add(Path jarOrFolder) {
    entries.add(List.of(jarOrFolder));
    apply();
  }

  private void apply() {
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries.entries());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the class path " + entries.entries(), e);
    }
  }
}
