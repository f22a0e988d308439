package org.rsrkernel.student.library;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.StudentFiles;
import org.rsrkernel.student.folder.FolderStudentFiles;
import org.rsrkernel.student.gguf.GgufStudentFiles;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.student.hub.Hub;
import org.rsrkernel.student.hub.HubReference;
import org.rsrkernel.student.hub.HubSettings;

/** Finds a student by what a user calls it: {@code smollm2}, a folder, a GGUF file or a Hub id. */
public final class StudentLibrary {

  /** The embedded student's name. */
  public static final String EMBEDDED = "smollm2";

  private static final String GGUF_SUFFIX = ".gguf";
  private static final String EMBEDDED_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf";

  private final RsrHome home;
  private final HubSettings hubSettings;

  public StudentLibrary(RsrHome home, HubSettings hubSettings) {
    this.home = home;
    this.hubSettings = hubSettings;
  }

  /** The library of this process's user. */
  public static StudentLibrary ofUser() {
    return new StudentLibrary(
        RsrHome.find(), HubSettings.of(System.getenv(), Path.of(System.getProperty("user.home"))));
  }

  /** The same library without the network. */
  public StudentLibrary asOffline() {
    return new StudentLibrary(home, hubSettings.asOffline());
  }

  /**
   * A student's files.
   *
   * @param name short, for people
   * @param files open; the caller closes them
   */
  public record Found(String name, StudentFiles files) {}

  /** The embedded student's file, if it is installed. */
  public Optional<Path> embedded() {
    return Stream.concat(Stream.of(home.students()), RsrHome.packagedStudents().stream())
        .map(folder -> folder.resolve(EMBEDDED_FILE))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Opens the files of a student.
   *
   * @param reference {@code smollm2}, a Hugging Face folder, a {@code .gguf} file, or {@code
   *     org/name[@revision]} on the Hub, which is fetched if its cache has it not
   * @throws StudentException if there is none, or its files are damaged
   * @throws InterruptedException if a download was interrupted; what has arrived is kept
   */
  public Found find(String reference, DownloadProgress progress) throws InterruptedException {
    if (reference.equals(EMBEDDED)) {
      Path file =
          embedded()
              .orElseThrow(
                  () ->
                      new StudentException(
                          "The embedded student is not in %s. Run ./install, which fetches it, or set RSR_HOME to the folder it was installed in."
                              .formatted(home.students())));
      return new Found(EMBEDDED, GgufStudentFiles.open(file));
    }
    Path path = path(reference);
    if (!reference.isBlank() && Files.isDirectory(path)) {
      return new Found(lastPart(path), FolderStudentFiles.open(path));
    }
    if (Files.isRegularFile(path)) {
      return new Found(lastPart(path).replaceFirst("\\.gguf$", ""), GgufStudentFiles.open(path));
    }
    Optional<HubReference> onHub =
        reference.endsWith(GGUF_SUFFIX) ? Optional.empty() : HubReference.parse(reference);
    if (onHub.isPresent()) {
      Path folder = new Hub(hubSettings).fetch(onHub.get(), progress);
      return new Found(onHub.get().name(), FolderStudentFiles.open(folder));
    }
    throw new StudentException(
        "No student is called '%s'. Give %s, a Hugging Face folder (config.json, *.safetensors, tokenizer.json), a .gguf file, or a Hub id such as org/name."
            .formatted(reference, EMBEDDED));
  }

  private static Path path(String reference) {
    try {
      return reference.startsWith("~/")
          ? Path.of(System.getProperty("user.home")).resolve(reference.substring(2))
          : Path.of(reference);
    } catch (InvalidPathException e) {
      throw new StudentException("'%s' is no path: %s".formatted(reference, e.getReason()), e);
    }
  }

  private static String lastPart(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return String.valueOf(last == null ? path : last); // the root has no name
  }
}
