package org.rsrkernel.kernel.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.rsrkernel.kernel.analysis.ClassPath;

/**
 * Source files of classes, where the machine has them: the JDK's {@code src.zip}, and {@code
 * NAME-sources.jar} beside {@code NAME.jar} on the class path, as Maven's repository keeps them.
 */
final class SourceArchives {

  private static final long MOST_BYTES = 4L << 20;

  private final ClassPath classPath;
  private final Path jdkSources;

  SourceArchives(ClassPath classPath, Path javaHome) {
    this.classPath = classPath;
    this.jdkSources = javaHome.resolve("lib").resolve("src.zip");
  }

  /**
   * The file that declares a top-level class.
   *
   * @param module the class's module, empty for the class path
   */
  Optional<String> sourceOf(String module, String className) {
    String file = className.replace('.', '/') + ".java";
    if (!module.isEmpty()) {
      return read(jdkSources, module + "/" + file);
    }
    return sourceJars().stream().flatMap(jar -> read(jar, file).stream()).findFirst();
  }

  /** What to do where {@link #sourceOf} found nothing. */
  String reasonForNone(String module) {
    if (module.isEmpty()) {
      return "No Javadoc: there is no -sources.jar beside this class's jar."
          + " %maven --sources GROUP:ARTIFACT:VERSION fetches it.";
    }
    return Files.exists(jdkSources)
        ? "No Javadoc: " + jdkSources + " does not have this class."
        : "No Javadoc: this JDK came without lib/src.zip. Debian and Ubuntu have it in openjdk-"
            + Runtime.version().feature()
            + "-source.";
  }

  private List<Path> sourceJars() {
    return classPath.entries().stream()
        .filter(entry -> entry.toString().endsWith(".jar"))
        .flatMap(
            jar -> {
              String name = jar.getFileName().toString();
              String sources = name.substring(0, name.length() - ".jar".length()) + "-sources.jar";
              return Stream.of(jar.resolveSibling(sources));
            })
        .filter(Files::exists)
        .toList();
  }

  private static Optional<String> read(Path archive, String file) {
    if (!Files.exists(archive)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(file);
      if (entry == null || entry.getSize() > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] bytes = zip.getInputStream(entry).readNBytes((int) MOST_BYTES);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty(); // documentation is a kindness: without it the signature stands alone
    }
  }
}
