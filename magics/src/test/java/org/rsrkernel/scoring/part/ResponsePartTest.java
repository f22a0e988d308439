package org.rsrkernel.scoring.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.trajectory.Message;

/** What is taken for reasoning, answer, turn and sentence of rendered responses. */
class ResponsePartTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "<think>two and two</think>Four.; two and two; Four.",
        "two and two</think>Four.; two and two; Four.",
        "<think>never closed; never closed; ",
        "[THINK]hm[/THINK]Four.; hm; Four.",
        "<|begin_of_thought|>hm<|end_of_thought|>Four.; hm; Four.",
        "<think>a</think>b<think>c</think>d; a|c; b|d",
        "<think></think>Four.; ; Four.",
        "Four.; ; Four."
      })
  void thinkTags_partReasoningFromAnswer(String response, String reasoning, String answer) {
    Turns turns = new Turns().prompt("?").response(response);

    assertThat(turns.parts(Over.REASONING)).isEqualTo(parts(reasoning));
    assertThat(turns.parts(Over.ANSWER)).isEqualTo(parts(answer));
  }

  @Test
  void reasoningContentWithoutTags_isFoundWhereTheTemplatePutIt() {
    Turns turns = new Turns().prompt("?").response("Thoughts: two and two. Four.");
    Message message =
        new Message(
            Map.of("role", "assistant", "content", "Four.", "reasoning_content", "two and two."));

    assertThat(turns.parts(Over.REASONING, message)).containsExactly("two and two.");
    assertThat(turns.parts(Over.ANSWER, message)).containsExactly("Thoughts: | Four.");
  }

  @Test
  void turns_areTakenEachAndTheLast() {
    Turns turns = new Turns().prompt("?").response("Call a tool.").prompt("12").response("Twelve.");

    assertThat(turns.parts(Over.ALL)).containsExactly("Call a tool.|Twelve.");
    assertThat(turns.parts(Over.TURNS)).containsExactly("Call a tool.", "Twelve.");
    assertThat(turns.parts(Over.LAST_TURN)).containsExactly("Twelve.");
  }

  @Test
  void sentences_endAtStopsAndLines() {
    Turns turns = new Turns().prompt("?").response("It is 3.5 apples. Why?\n\nSo");

    assertThat(turns.parts(Over.SENTENCES)).containsExactly("It is 3.5 apples.", " Why?\n\n", "So");
  }

  @Test
  void responseOfBlankText_hasNoParts() {
    assertThat(new Turns().prompt("?").response("  ").parts(Over.ANSWER)).isEmpty();
  }

  private static List<String> parts(String column) {
    return column == null || column.isEmpty() ? List.of() : List.of(column);
  }

  /** A rendered conversation, prompts and responses one after another. */
  private static final class Turns {
    private final StringBuilder text = new StringBuilder();
    private final List<CharSpan> responses = new ArrayList<>();

    Turns prompt(String prompt) {
      text.append("<user>").append(prompt).append("<assistant>");
      return this;
    }

    Turns response(String response) {
      responses.add(new CharSpan(text.length(), text.length() + response.length()));
      text.append(response);
      return this;
    }

    /** The texts of the parts, spans of one part parted by a bar. */
    List<String> parts(Over over, Message... messages) {
      return ResponsePart.of(over, new RenderedText(text.toString(), responses), List.of(messages))
          .stream()
          .map(part -> String.join("|", part.chars().stream().map(this::text).toList()))
          .toList();
    }

    private String text(CharSpan span) {
      return text.substring(span.start(), span.end());
    }
  }
}
