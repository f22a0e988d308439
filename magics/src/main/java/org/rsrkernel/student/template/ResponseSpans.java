package org.rsrkernel.student.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.template.evaluation.Rendering;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.trajectory.Message;

/**
 * Finds the assistant's responses in a rendered conversation. The rule is the one that {@link
 * ChatTemplate#renderResponses} states; the way is to exchange one turn's text for another and to
 * see where the rendering changes.
 */
final class ResponseSpans {

  private static final int COMPARED_AT_ONCE = 1 << 16;

  private final ChatTemplate template;
  private final TemplateContext context;
  private final Budget budget = new Budget(); // of all renderings together
  private AssistantMarkers markers; // learnt when the first turn needs them

  ResponseSpans(ChatTemplate template, TemplateContext context) {
    this.template = template;
    this.context = context;
  }

  RenderedText find() {
    Rendering rendering = template.rendering(context, budget);
    String text = rendering.text();
    if (rendering.placed() && !rendering.generated().isEmpty()) {
      List<CharSpan> blocks =
          rendering.generated().stream()
              .map(block -> new CharSpan(block.start(), block.end()))
              .toList();
      return new RenderedText(text, blocks);
    }
    return new RenderedText(text, derived(text));
  }

  private List<CharSpan> derived(String text) {
    List<CharSpan> responses = new ArrayList<>();
    int previousEnd = 0;
    for (int turn = 0; turn < context.messages().size(); turn++) {
      if (!context.messages().get(turn).role().equals("assistant")) {
        continue;
      }
      Optional<ChangedText> content = content(turn, text);
      if (content.isPresent()) { // otherwise the template leaves the turn out
        CharSpan response = response(turn, text, previousEnd, content.get());
        responses.add(response);
        previousEnd = response.end();
      }
    }
    return responses;
  }

  private CharSpan response(int turn, String text, int previousEnd, ChangedText content) {
    if (markers == null) {
      markers = AssistantMarkers.of(this::render, context);
    }
    int start =
        markers
            .responseStart(text, previousEnd, content.start())
            .orElseGet(() -> endOfPrompt(turn, text, previousEnd, content.start()));
    int end = markers.responseEnd(text, content);
    if (start < previousEnd || end < start) {
      throw unclear(turn);
    }
    return new CharSpan(start, end);
  }

  /** Where a turn's own text is; empty if nothing of it is written. */
  private Optional<ChangedText> content(int turn, String text) {
    Message message = context.messages().get(turn);
    Optional<List<String>> others = reworded(turn, ProbeMessages::reworded);
    boolean whole = others.isPresent();
    if (!whole && ProbeMessages.hasToolCalls(message)) {
      others = reworded(turn, ProbeMessages::rewordedWithToolCalls);
    }
    List<String> renderings = others.orElseThrow(() -> unclear(turn));
    return renderings.stream().allMatch(text::equals)
        ? Optional.empty()
        : Optional.of(ChangedText.between(text, renderings, whole));
  }

  /** The conversation with other words in one turn; empty if the template refuses that. */
  private Optional<List<String>> reworded(
      int turn, BiFunction<Message, String, Message> rewording) {
    List<String> renderings = new ArrayList<>();
    try {
      for (String words : ProbeMessages.TEXTS) {
        List<Message> messages = new ArrayList<>(context.messages());
        messages.set(turn, rewording.apply(messages.get(turn), words));
        renderings.add(render(context.withMessages(messages)));
      }
    } catch (TemplateException refused) {
      if (refused.stopped()) {
        throw refused;
      }
      return Optional.empty(); // the caller tries less of a change, or says so
    }
    return Optional.of(renderings);
  }

  /**
   * Where the turn would begin if the model were to write it: the place between {@code from} and
   * {@code to} before which the text reads most like the prompt.
   */
  private int endOfPrompt(int turn, String text, int from, int to) {
    String prompt;
    try {
      TemplateContext before = context.withMessages(context.messages().subList(0, turn));
      prompt = render(before.withGenerationPrompt(true));
    } catch (TemplateException refused) {
      if (refused.stopped()) {
        throw refused;
      }
      return to; // nothing stands before the turn, or the template wants it to be there
    }
    int end = to;
    int longest = 0;
    long compared = 0;
    for (int place = to; place >= from; place--) {
      int common = ChangedText.commonSuffix(text, place, prompt);
      compared += common + 1;
      if (compared >= COMPARED_AT_ONCE) {
        spendOnComparing(compared);
        compared = 0;
      }
      if (common > longest) {
        longest = common;
        end = place;
      }
    }
    return end;
  }

  private void spendOnComparing(long characters) {
    try {
      budget.scan(characters);
    } catch (PythonError spent) {
      throw new TemplateException(
          "The chat template was stopped while its responses were looked for: "
              + spent.getMessage());
    }
  }

  private String render(TemplateContext of) {
    return template.rendering(of, budget).text();
  }

  private static TemplateException unclear(int turn) {
    return new TemplateException(
        ("The response of message %d cannot be told from the text around it in what the chat"
                + " template writes; a template with {%% generation %%} around the assistant's"
                + " turns would say where it is")
            .formatted(turn + 1));
  }
}
