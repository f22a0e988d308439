package org.rsrkernel.student.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.student.StudentException;

/**
 * Which libtorch is to be loaded: that of the jars, or that of {@code PYTORCH_LIBRARY_PATH}.
 *
 * <p>The bridge between Java and libtorch was compiled against one version. With another it loads,
 * and ends the process at the first call; so the version is looked up before anything is loaded.
 */
final class LibtorchChoice {

  private static final String BRIDGE = "/jnilib/pytorch.properties";
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  /** Files that say a version, beside or above the libraries: ours, a wheel's, a zip's. */
  private static final List<String> VERSION_FILES =
      List.of("../version.txt", "../version.py", "../build-version");

  private LibtorchChoice() {}

  /**
   * Refuses a libtorch that cannot work.
   *
   * @param environment of this process
   * @throws StudentException if {@code PYTORCH_LIBRARY_PATH} or {@code PYTORCH_VERSION} ask for a
   *     version other than the bridge's, or there is no libtorch in the folder
   */
  static void check(Map<String, String> environment) {
    String expected = bridgeVersion();
    String folder = environment.getOrDefault("PYTORCH_LIBRARY_PATH", "");
    if (!folder.isEmpty() && !Files.exists(Path.of(folder, System.mapLibraryName("torch")))) {
      throw new StudentException(
          "PYTORCH_LIBRARY_PATH is %s, and there is no %s in it. Unset it, or run ./install --gpu."
              .formatted(folder, System.mapLibraryName("torch")));
    }
    Optional<String> found = folder.isEmpty() ? Optional.empty() : versionOf(Path.of(folder));
    String version = found.orElse(environment.getOrDefault("PYTORCH_VERSION", expected));
    if (!version.equals(expected)) {
      throw new StudentException(
          "%s is libtorch %s, and this kernel works with libtorch %s alone: another ends the process. Unset PYTORCH_LIBRARY_PATH and PYTORCH_VERSION, or run ./install --gpu."
              .formatted(folder.isEmpty() ? "PYTORCH_VERSION" : folder, version, expected));
    }
  }

  /** The version of libtorch that the bridge was compiled against. */
  static String bridgeVersion() {
    Properties properties = new Properties();
    try (InputStream stream = LibtorchChoice.class.getResourceAsStream(BRIDGE)) {
      if (stream == null) {
        throw new StudentException("the jar pytorch-jni is missing. Run ./install again.");
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return firstVersion(properties.getProperty("jni_version", "")).orElse("");
  }

  private static Optional<String> versionOf(Path folder) {
    return VERSION_FILES.stream()
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(LibtorchChoice::versionIn);
  }

  private static Optional<String> versionIn(Path file) {
    try {
      return firstVersion(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty(); // PYTORCH_VERSION decides then
    }
  }

  private static Optional<String> firstVersion(String text) {
    Matcher version = VERSION.matcher(text);
    return version.find() ? Optional.of(version.group()) : Optional.empty();
  }
}
