package org.rsrkernel.magic.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.library.RsrHome;
import org.rsrkernel.student.library.StudentLibrary;

/** Looks at the folders: whether they can be written, what lies in them, what room is left. */
final class FolderExamination {

  private static final double SCARCE_GB = 1;

  private final RsrSession session;
  private final Diagnosis diagnosis;

  FolderExamination(RsrSession session, Diagnosis diagnosis) {
    this.session = session;
    this.diagnosis = diagnosis;
  }

  void look() {
    Path home = RsrHome.find().folder();
    diagnosis.found("Folder", home + ", " + room(home));
    diagnosis.found(
        "Embedded student",
        StudentLibrary.ofUser().embedded().map(Path::toString).orElseGet(this::missingStudent));
    diagnosis.found("Score cache", scores());
    String engineCache = System.getProperty("DJL_CACHE_DIR");
    if (engineCache != null) {
      diagnosis.found(
          "Engine cache", "%s, %.1f MB".formatted(engineCache, megabytes(Path.of(engineCache))));
    }
  }

  private String room(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isWritable(existing)) {
      diagnosis.wrong(
          existing + " cannot be written", "Change its owner, or set RSR_HOME to another folder.");
    }
    double freeGb = existing.toFile().getUsableSpace() / 1e9;
    if (freeGb < SCARCE_GB) {
      diagnosis.wrong(
          "%s has %.1f GB left".formatted(existing, freeGb),
          "Make room (%rsr cache clear empties the score cache), or set RSR_HOME to another disk.");
    }
    return "%.1f GB left".formatted(freeGb);
  }

  private String missingStudent() {
    diagnosis.wrong("the embedded student is not installed", "Run ./install, which fetches it.");
    return "not installed";
  }

  private String scores() {
    session
        .scores()
        .problem()
        .ifPresent(
            problem -> diagnosis.wrong("the score cache: " + problem, "Run %rsr cache clear."));
    Path folder = session.scores().folder();
    return "%s, %.1f MB".formatted(folder, megabytes(folder));
  }

  private static double megabytes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()
          / 1e6;
    } catch (IOException | UncheckedIOException e) {
      return Double.NaN; // files come and go while other kernels run
    }
  }
}
