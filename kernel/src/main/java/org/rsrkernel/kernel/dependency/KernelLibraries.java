package org.rsrkernel.kernel.dependency;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;

/**
 * The libraries that the kernel and its extensions run with, as far as they were built by Maven and
 * say so. Cells get these before any that {@code %maven} brings, since class loaders ask their
 * parents first.
 */
record KernelLibraries(ClassLoader loader) {

  /** Those among the new ones of which the kernel has another version. */
  List<VersionConflict> conflictsWith(List<Artifact> brought) {
    return brought.stream().flatMap(this::conflictWith).toList();
  }

  private Stream<VersionConflict> conflictWith(Artifact artifact) {
    return version(artifact)
        .filter(own -> !own.equals(artifact.getVersion()))
        .map(
            own ->
                new VersionConflict(
                    ConflictReport.libraryOf(artifact),
                    own,
                    artifact.getVersion(),
                    "this line",
                    "the kernel itself runs with it"))
        .stream();
  }

  private Optional<String> version(Artifact artifact) {
    String library = artifact.getGroupId() + "/" + artifact.getArtifactId();
    try (InputStream file =
        loader.getResourceAsStream("META-INF/maven/" + library + "/pom.properties")) {
      if (file == null) {
        return Optional.empty();
      }
      Properties built = new Properties();
      built.load(file);
      return Optional.ofNullable(built.getProperty("version"));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
