package org.rsrkernel.student.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.trajectory.Message;

class ChatTemplateTest {

  private static final TemplateContext QUESTION =
      TemplateContext.of(List.of(Message.of("user", "Why?")));

  private static String render(String template) {
    return ChatTemplate.parse(template).render(QUESTION);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'a' ~ 1 ~ none ~ true => a1NoneTrue
          [1, 'x', 2.0, {'k': none}] => [1, 'x', 2.0, {'k': None}]
          'naïve 🎉'[-1] => 🎉
          messages[::-1][0].content => Why?
          7 // -2 ~ ' ' ~ 7 % -2 => -4 -1
          [1e16, 0.1 + 0.2] => [1e+16, 0.30000000000000004]
          {'é': '<'}|tojson => {"é": "<"}
          ' x '.strip() ~ '.' => x.
          missing is defined => False
          (1,) + (2,) => (1, 2)
          """)
  void expressions_haveTheValuesOfPython(String expression, String printed) {
    assertThat(render("{{ " + expression + " }}")).isEqualTo(printed);
  }

  @Test
  void blocks_takeTheirLinesAway() {
    assertThat(
            render(
                """
                start
                  {% if true %}
                kept
                  {% endif %}
                end
                """))
        .isEqualTo("start\nkept\nend");
  }

  @Test
  void raiseException_reachesTheUser() {
    assertThatThrownBy(() -> render("line one\n{{ raise_exception('Only one system message') }}"))
        .isInstanceOf(TemplateException.class)
        .hasMessage("The chat template refuses the conversation (line 2): Only one system message");
  }

  @Test
  void failingTemplate_namesLineAndCause() {
    assertThatThrownBy(() -> render("a\nb\n{{ messages[0].content + none }}"))
        .isInstanceOfSatisfying(
            TemplateException.class, error -> assertThat(error.line()).hasValue(3))
        .hasMessage(
            "The chat template fails at line 3: can only concatenate str (not \"NoneType\") to str");
  }

  @Test
  void undefinedVariable_failsWhereItIsUsed() {
    assertThat(render("[{{ tool_name }}]")).isEqualTo("[]");
    assertThatThrownBy(() -> render("{{ tool_name.upper() }}"))
        .hasMessage("The chat template fails at line 1: 'tool_name' is undefined");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          {% if x %} => line 1: unexpected end of template: looking for elif or else or endif
          {{ 1 + }} => line 1: unexpected 'end of print statement'
          {% include 'x' %} => line 1: Encountered unknown tag 'include'.
          {{ x|nosuch }} => line 1: No filter named 'nosuch'.
          {{ x is nosuch }} => line 1: No test named 'nosuch'.
          {{ 'open }} => line 1: the string is not closed
          {% break %} => line 1: 'break' outside loop
          """)
  void malformedTemplate_isRefusedWithLineAndReason(String template, String reason) {
    assertThatThrownBy(() -> ChatTemplate.parse(template))
        .isInstanceOf(TemplateException.class)
        .hasMessage("The chat template cannot be read: " + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ messages.append(1) }}",
        "{{ messages[0].pop('role') }}",
        "{{ ''.__class__.__mro__ }}",
        "{% set ns = namespace() %}{% set ns._x = 1 %}"
      })
  void template_cannotChangeOrEscape(String template) {
    assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateException.class);
  }

  @Test
  void strftimeNow_asksTheClock() {
    ChatTemplate template = ChatTemplate.parse("{{ strftime_now('%d %b %Y') }}");
    Clock clock = Clock.fixed(Instant.parse("2024-07-26T10:00:00Z"), ZoneOffset.UTC);

    assertThat(template.withClock(clock).render(QUESTION)).isEqualTo("26 Jul 2024");
  }

  @Test
  void messages_arePreparedAsInTransformers() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("role", "assistant");
    fields.put("content", null);
    fields.put("reasoning", "Hm.");
    TemplateContext context = TemplateContext.of(List.of(new Message(fields)));

    assertThat(ChatTemplate.parse("{{ messages[0] }}").render(context))
        .isEqualTo(
            "{'thinking': 'Hm.', 'role': 'assistant', 'reasoning': 'Hm.', 'reasoning_content':"
                + " 'Hm.'}");
  }

  @Test
  void variables_replaceFunctionsOfTheSameName() {
    assertThat(
            ChatTemplate.parse("{{ dict }}").render(QUESTION.withVariables(Map.of("dict", "mine"))))
        .isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chatml", "qwen25", "qwen3", "llama3", "gemma3", "mistral-v3-tools"})
  void longConversations_areWithinTheLimits(String name) {
    List<Message> messages = new ArrayList<>();
    for (int turn = 0; turn < 400; turn++) {
      messages.add(Message.of("user", "question ".repeat(20)));
      messages.add(Message.of("assistant", "<think>\nhm\n</think>\n\n" + "answer ".repeat(300)));
    }
    TemplateContext context =
        TemplateContext.of(messages).withVariables(Map.of("bos_token", "<s>", "eos_token", "</s>"));

    assertThat(GoldenRenderings.template(name).render(context)).hasSizeGreaterThan(800_000);
  }
}
