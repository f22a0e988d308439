package org.rsrkernel.student.template;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rsrkernel.trajectory.Message;

/**
 * What a template writes around the assistant's text.
 *
 * @param header ends where the response begins: {@code <|im_start|>assistant\n}; empty if the
 *     template has none, or none is known
 * @param endMarker begins where the response ends: {@code <|im_end|>}; empty if none is known
 */
record AssistantMarkers(String header, String endMarker) {

  private static final String QUESTION = "Vquestion6probeH";
  private static final String ANSWER = ProbeMessages.TEXTS.get(0);

  /**
   * The markers of a template in a context, learnt from a conversation of three messages. A
   * template that refuses it has unknown markers.
   */
  static AssistantMarkers of(Function<TemplateContext, String> template, TemplateContext context) {
    boolean parts =
        context.messages().stream()
            .anyMatch(message -> message.fields().get("content") instanceof List<?>);
    Message question = ProbeMessages.of("user", QUESTION, parts);
    Message answer = ProbeMessages.of("assistant", ANSWER, parts);
    Message next = ProbeMessages.of("user", "Thanks", parts);
    TemplateContext asked = context.withGenerationPrompt(false).withMessages(List.of(question));
    TemplateContext answered = asked.withMessages(List.of(question, answer));
    TemplateContext continued = asked.withMessages(List.of(question, answer, next));
    Optional<String> between =
        render(template, continued)
            .flatMap(text -> textAfter(text, QUESTION))
            .filter(text -> text.contains(ANSWER))
            .map(text -> text.substring(0, text.indexOf(ANSWER)));
    String header =
        between
            .map(
                text ->
                    header(
                        text,
                        render(template, asked).flatMap(end -> textAfter(end, QUESTION)),
                        render(template, asked.withGenerationPrompt(true))
                            .flatMap(prompt -> textAfter(prompt, QUESTION))))
            .orElse("");
    return new AssistantMarkers(
        header,
        endMarker(
            render(template, continued).flatMap(text -> textAfter(text, ANSWER)).orElse(""),
            render(template, answered).flatMap(text -> textAfter(text, ANSWER)).orElse("")));
  }

  private static Optional<String> render(
      Function<TemplateContext, String> template, TemplateContext context) {
    try {
      return Optional.of(template.apply(context));
    } catch (TemplateException refused) {
      if (refused.stopped()) {
        throw refused;
      }
      return Optional.empty(); // probing only: the conversation itself has been rendered
    }
  }

  private static Optional<String> textAfter(String text, String probe) {
    int found = text.lastIndexOf(probe);
    return found < 0 ? Optional.empty() : Optional.of(text.substring(found + probe.length()));
  }

  /**
   * The header in what stands between a question and its answer.
   *
   * @param end what follows a question that is not answered
   * @param prompt what follows a question with the generation prompt
   */
  private static String header(String between, Optional<String> end, Optional<String> prompt) {
    int promptEnd = shared(between, prompt.orElse(between));
    int questionEnd = Math.min(promptEnd, shared(between, end.orElse("")));
    String header = between.substring(questionEnd, promptEnd);
    String all = between.substring(questionEnd);
    if (!header.isBlank()) {
      return header;
    }
    return all.isBlank() ? "" : all;
  }

  /** The first word that follows an answer, as far as it is the same at the conversation's end. */
  private static String endMarker(String afterEarlier, String afterLast) {
    int length = shared(afterEarlier, afterLast);
    int end = 0;
    while (end < length && Character.isWhitespace(afterEarlier.charAt(end))) {
      end++;
    }
    int wordStart = end;
    while (end < length && !Character.isWhitespace(afterEarlier.charAt(end))) {
      end++;
    }
    return end == wordStart ? "" : afterEarlier.substring(0, end);
  }

  private static int shared(String one, String other) {
    return ChangedText.commonPrefix(one, other);
  }

  /**
   * Where the response begins whose own text begins at {@code contentStart}; empty if no header
   * stands between the end of the response before and this one's own text.
   */
  Optional<Integer> responseStart(String text, int previousEnd, int contentStart) {
    int found = header.isEmpty() ? -1 : text.lastIndexOf(header, contentStart - header.length());
    return found < previousEnd ? Optional.empty() : Optional.of(found + header.length());
  }

  /** Where the response ends whose own text is known; -1 if that cannot be told. */
  int responseEnd(String text, ChangedText content) {
    if (content.whole()) {
      return content.end();
    }
    return endMarker.isEmpty() ? -1 : text.indexOf(endMarker, content.end());
  }
}
