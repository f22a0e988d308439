package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.student.StudentException;

class LibtorchChoiceTest {

  @TempDir Path torch;

  @Test
  void nothingChosen_isTheLibraryOfTheJars() {
    assertThatCode(() -> LibtorchChoice.check(Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "version.txt, 2.7.1",
    "version.py, __version__ = '2.7.1+cu126'",
    "build-version, 2.7.1+cu128"
  })
  void libraryOfTheRightVersion_isTaken(String file, String text) throws IOException {
    Path folder = library(file, text);
    assertThatCode(() -> LibtorchChoice.check(chosen(folder))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "version.txt, 2.8.0",
    "version.py, __version__ = '2.10.1+cu128'",
    "build-version, 2.6.0+cpu"
  })
  void libraryOfAnotherVersion_isRefusedBeforeItEndsTheProcess(String file, String text)
      throws IOException {
    Path folder = library(file, text);
    assertThatThrownBy(() -> LibtorchChoice.check(chosen(folder)))
        .isInstanceOf(StudentException.class)
        .hasMessageContaining(folder + " is libtorch 2.")
        .hasMessageContaining("works with libtorch 2.7.1 alone");
  }

  @Test
  void versionOfTheEnvironment_countsWhereTheFolderSaysNone() throws IOException {
    Path folder = library("README", "");
    Map<String, String> environment =
        Map.of("PYTORCH_LIBRARY_PATH", folder.toString(), "PYTORCH_VERSION", "2.5.0");
    assertThatThrownBy(() -> LibtorchChoice.check(environment))
        .hasMessageContaining("is libtorch 2.5.0");
  }

  @Test
  void folderWithoutLibtorch_isNamed() {
    assertThatThrownBy(() -> LibtorchChoice.check(chosen(torch)))
        .hasMessageStartingWith("PYTORCH_LIBRARY_PATH is " + torch + ", and there is no ")
        .hasMessageEndingWith("Unset it, or run ./install --gpu.");
  }

  private Path library(String versionFile, String text) throws IOException {
    Files.writeString(torch.resolve(versionFile), text);
    Path folder = Files.createDirectories(torch.resolve("lib"));
    Files.createFile(folder.resolve(System.mapLibraryName("torch")));
    return folder;
  }

  private static Map<String, String> chosen(Path folder) {
    return Map.of("PYTORCH_LIBRARY_PATH", folder.toString());
  }
}
