package org.rsrkernel.student.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.trajectory.Message;

/** What of a rendered conversation is the assistant's. */
class ResponseSpansTest {

  private static final Message QUESTION = Message.of("user", "Why?");

  private static List<String> responses(ChatTemplate template, Message... messages) {
    return responses(
        template,
        TemplateContext.of(List.of(messages))
            .withVariables(Map.of("bos_token", "<s>", "eos_token", "</s>")));
  }

  private static List<String> responses(ChatTemplate template, TemplateContext context) {
    RenderedText rendered = template.renderResponses(context);
    return rendered.responses().stream()
        .map(span -> rendered.text().substring(span.start(), span.end()))
        .toList();
  }

  private static ChatTemplate template(String name) {
    return GoldenRenderings.template(name);
  }

  @Test
  void everyAssistantTurn_isAResponse() {
    assertThat(
            responses(
                template("chatml"),
                QUESTION,
                Message.of("assistant", " So. \n"),
                QUESTION,
                Message.of("assistant", "Still so.")))
        .containsExactly(" So. \n", "Still so.");
  }

  @Test
  void whatTheTemplateTrims_isNotThere() {
    assertThat(responses(template("llama3"), QUESTION, Message.of("assistant", "  So.\n\n")))
        .containsExactly("So.");
  }

  @Test
  void emptyThinkBlockThatTheTemplateWrites_belongsToTheResponse() {
    assertThat(responses(template("qwen3"), QUESTION, Message.of("assistant", "So.")))
        .containsExactly("<think>\n\n</think>\n\nSo.");
  }

  @Test
  void reasoning_belongsToTheLastResponseAndIsDroppedFromEarlierOnes() {
    Message answer =
        new Message(Map.of("role", "assistant", "content", "So.", "reasoning_content", "Hm."));

    assertThat(responses(template("qwen3"), QUESTION, answer, QUESTION, answer))
        .containsExactly("So.", "<think>\nHm.\n</think>\n\nSo.");
  }

  @Test
  void thinkingSwitchedOff_changesNothing() {
    TemplateContext context =
        TemplateContext.of(List.of(QUESTION, Message.of("assistant", "So.")))
            .withVariables(Map.of("enable_thinking", false));

    assertThat(responses(template("qwen3"), context)).containsExactly("<think>\n\n</think>\n\nSo.");
  }

  @Test
  void toolCalls_belongToTheResponse() {
    Message call =
        new Message(
            Map.of(
                "role", "assistant",
                "content", "I look.",
                "tool_calls",
                    List.of(
                        Map.of("function", Map.of("name", "look", "arguments", Map.of("at", 1))))));

    assertThat(
            responses(
                template("qwen25"),
                QUESTION,
                call,
                Message.of("tool", "seen"),
                Message.of("assistant", "So.")))
        .containsExactly(
            "I look.\n<tool_call>\n{\"name\": \"look\", \"arguments\": {\"at\": 1}}\n</tool_call>",
            "So.");
  }

  @Test
  void templateWithoutAssistantHeader_startsWhereThePromptEnds() {
    assertThat(responses(template("mistral-v1"), QUESTION, Message.of("assistant", "So.")))
        .containsExactly("So.");
    assertThat(responses(template("llama2"), QUESTION, Message.of("assistant", "So.")))
        .containsExactly(" So.");
  }

  @Test
  void generationPromptThatOpensThinking_isNotAllHeader() {
    assertThat(
            responses(
                template("deepseek-r1"),
                QUESTION,
                Message.of("assistant", "<think>\nHm.\n</think>\n\nSo.")))
        .containsExactly("\n\nSo.");
  }

  @Test
  void answerThatRepeatsTheQuestion_isFoundInItsOwnTurn() {
    assertThat(
            responses(
                template("gemma2"),
                Message.of("user", "model\n"),
                Message.of("assistant", "model\n")))
        .containsExactly("model");
  }

  @Test
  void generationBlocks_areTheResponses() {
    assertThat(responses(template("generation"), QUESTION, Message.of("assistant", "So.")))
        .containsExactly("So.<|im_end|>");
  }

  @Test
  void generationBlockInsideAMacro_isDerivedInstead() {
    ChatTemplate template =
        ChatTemplate.parse(
            "{% macro turn(m) %}<{{ m.role }}>{% generation %}{{ m.content }}{% endgeneration %}</>"
                + "{% endmacro %}{% for m in messages %}{{ turn(m) }}{% endfor %}"
                + "{% if add_generation_prompt %}<assistant>{% endif %}");

    assertThat(responses(template, QUESTION, Message.of("assistant", "So.")))
        .containsExactly("So.");
  }

  @Test
  void turnThatTheTemplateLeavesOut_hasNoResponse() {
    ChatTemplate onlyLastAnswer =
        ChatTemplate.parse(
            "{% for m in messages if m.role == 'user' or m == messages[-1] %}"
                + "{{ m.role }}: {{ m.content }}\n{% endfor %}"
                + "{% if add_generation_prompt %}assistant: {% endif %}");

    assertThat(
            responses(
                onlyLastAnswer,
                QUESTION,
                Message.of("assistant", "left out"),
                QUESTION,
                Message.of("assistant", "So.")))
        .containsExactly("So.");
  }

  @Test
  void responseThatCannotBeTold_isRefused() {
    ChatTemplate picky =
        ChatTemplate.parse(
            "{% for m in messages %}{{ m.content if m.content in ['Why?', 'So.']"
                + " else raise_exception('unknown words') }}{% endfor %}");

    assertThatThrownBy(() -> responses(picky, QUESTION, Message.of("assistant", "So.")))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("The response of message 2 cannot be told from the text around it");
  }
}
