package org.rsrkernel.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShellWordsTest {

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("  \t ", List.of()),
        Arguments.of("score runs --clip 100", List.of("score", "runs", "--clip", "100")),
        Arguments.of("'two words' next", List.of("two words", "next")),
        Arguments.of("\"two words\"", List.of("two words")),
        Arguments.of("''", List.of("")),
        Arguments.of("a\"b c\"'d e'f", List.of("ab cd ef")),
        Arguments.of("'single \\ keeps'", List.of("single \\ keeps")),
        Arguments.of("\"say \\\"hi\\\" \\\\ \\n\"", List.of("say \"hi\" \\ \\n")),
        Arguments.of("two\\ words \\'quote", List.of("two words", "'quote")),
        Arguments.of("end\\", List.of("end\\")),
        Arguments.of("--question=\"Wie heißt er?\"", List.of("--question=Wie heißt er?")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void line_splitsAsAShellWould(String line, List<String> words) {
    assertThat(ShellWords.split(line)).isEqualTo(words);
  }

  @Test
  void unclosedQuote_isRefused() {
    assertThatThrownBy(() -> ShellWords.split("tokens 'm1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a ' is not closed in: tokens 'm1");
  }
}
