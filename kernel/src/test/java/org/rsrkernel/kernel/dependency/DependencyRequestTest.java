package org.rsrkernel.kernel.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependencyRequestTest {

  @Test
  void parse_optionsAndLibraries() throws DependencyException {
    DependencyRequest request =
        DependencyRequest.parse(
            List.of(
                "--repo",
                "https://example.org/maven",
                "a.b:c:1.0",
                "--offline",
                "--sources",
                "a.b:c:jar:tests:1.0"));

    assertThat(request.repositories()).containsExactly("https://example.org/maven");
    assertThat(request.libraries())
        .containsExactly(
            new Coordinates("a.b", "c", "jar", "", "1.0"),
            new Coordinates("a.b", "c", "jar", "tests", "1.0"));
    assertThat(request.offline()).isTrue();
    assertThat(request.sources()).isTrue();
  }

  @Test
  void parse_aFolderAsRepository() throws DependencyException {
    assertThat(DependencyRequest.parse(List.of("--repo", "jars", "a:b:1")).repositories().get(0))
        .startsWith("file:")
        .contains("/jars");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          commons-math3      | 'commons-math3' is not a Maven coordinate.
          org.apache:commons | 'org.apache:commons' is not a Maven coordinate (the version is missing).
          a:b:c:d:e:f        | 'a:b:c:d:e:f' is not a Maven coordinate.
          a/b:c:1            | 'a/b:c:1' is not a Maven coordinate.
          --fast             | unknown option --fast.
          --repo             | --repo needs a URL or a folder.
          --offline          | no library given.
          """)
  void parse_saysWhatIsWrong(String word, String message) {
    assertThatThrownBy(() -> DependencyRequest.parse(List.of(word)))
        .isInstanceOf(DependencyException.class)
        .hasMessageStartingWith(message);
  }
}
