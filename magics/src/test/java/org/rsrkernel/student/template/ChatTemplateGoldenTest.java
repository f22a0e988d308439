package org.rsrkernel.student.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.template.GoldenRenderings.Conversation;
import org.rsrkernel.student.template.GoldenRenderings.Expected;

/** Every test template with every conversation, byte for byte as transformers renders it. */
class ChatTemplateGoldenTest {

  private static final GoldenRenderings GOLDEN = GoldenRenderings.load();

  static Stream<String> templates() {
    return GOLDEN.expected().keySet().stream();
  }

  static Stream<String> templatesWithSpans() {
    return templates()
        .filter(name -> GOLDEN.expected().get(name).stream().anyMatch(e -> e.spans() != null));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void rendering_isThatOfTransformers(String name) {
    ChatTemplate template = GoldenRenderings.template(name);
    SoftAssertions softly = new SoftAssertions();
    forEach(
        name,
        (conversation, expected) -> {
          if (expected.text() == null) {
            softly
                .assertThatThrownBy(() -> template.render(conversation.context()))
                .as("%s, where Python raises %s", conversation.name(), expected.error())
                .isInstanceOf(TemplateException.class);
          } else {
            softly
                .assertThatCode(
                    () ->
                        assertThat(template.render(conversation.context()))
                            .isEqualTo(expected.text()))
                .as(conversation.name())
                .doesNotThrowAnyException();
          }
        });
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource("templatesWithSpans")
  void responses_areThoseBetweenTheMarkers(String name) {
    ChatTemplate template = GoldenRenderings.template(name);
    SoftAssertions softly = new SoftAssertions();
    forEach(
        name,
        (conversation, expected) -> {
          if (expected.spans() != null) {
            softly
                .assertThat(template.renderResponses(conversation.context()))
                .as(conversation.name())
                .isEqualTo(new RenderedText(expected.text(), expected.responses()));
          }
        });
    softly.assertAll();
  }

  @Test
  void fixture_coversWhatItShould() {
    assertThat(GOLDEN.expected()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(GOLDEN.conversations()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(templatesWithSpans())
        .containsAll(Set.of("chatml", "qwen25", "qwen3", "llama3", "llama31"));
    assertThat(GOLDEN.expected().values().stream().flatMap(List::stream))
        .filteredOn(expected -> expected.text() != null)
        .hasSizeGreaterThan(1500);
  }

  @Test
  void conversationWithoutMessages_isRefused() {
    assertThatThrownBy(
            () -> GoldenRenderings.template("chatml").render(TemplateContext.of(List.of())))
        .isInstanceOf(TemplateException.class)
        .hasMessage(
            "A chat template needs a conversation with at least one message, but it has none");
  }

  private interface Check {
    void accept(Conversation conversation, Expected expected);
  }

  private static void forEach(String template, Check check) {
    List<Expected> expected = GOLDEN.expected().get(template);
    for (int i = 0; i < expected.size(); i++) {
      check.accept(GOLDEN.conversations().get(i), expected.get(i));
    }
  }
}
