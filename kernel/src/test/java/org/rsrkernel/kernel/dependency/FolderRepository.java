package org.rsrkernel.kernel.dependency;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A Maven repository in a folder, filled by a test. */
record FolderRepository(Path root) {

  /**
   * Puts a library {@code zoo:name:version} there that needs others, given as {@code name:version}.
   */
  FolderRepository with(String name, String version, String... needs) throws IOException {
    StringBuilder dependencies = new StringBuilder();
    for (String need : needs) {
      String[] parts = need.split(":", 2);
      dependencies.append(
          "<dependency><groupId>zoo</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
              .formatted(parts[0], parts[1]));
    }
    Path folder = Files.createDirectories(root.resolve("zoo").resolve(name).resolve(version));
    Files.writeString(
        folder.resolve(name + "-" + version + ".pom"),
        """
        <project><modelVersion>4.0.0</modelVersion>
        <groupId>zoo</groupId><artifactId>%s</artifactId><version>%s</version>
        <dependencies>%s</dependencies></project>
        """
            .formatted(name, version, dependencies));
    jar(folder.resolve(name + "-" + version + ".jar"));
    return this;
  }

  FolderRepository withSources(String name, String version) throws IOException {
    jar(
        root.resolve("zoo")
            .resolve(name)
            .resolve(version)
            .resolve(name + "-" + version + "-sources.jar"));
    return this;
  }

  String url() {
    return root.toUri().toString();
  }

  private static void jar(Path path) throws IOException {
    try (OutputStream out = Files.newOutputStream(path);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new ZipEntry("zoo/animals.txt"));
    }
  }
}
