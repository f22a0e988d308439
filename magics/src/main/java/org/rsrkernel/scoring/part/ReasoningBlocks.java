package org.rsrkernel.scoring.part;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.Message;

/**
 * Reasoning in a rendered response: between the tags that models write around it, else where the
 * template put a message's {@code reasoning_content}.
 *
 * @param inner the reasoning's own text
 * @param outer the same with its tags, which belong to neither reasoning nor answer
 */
record ReasoningBlocks(List<CharSpan> inner, List<CharSpan> outer) {

  private record Tags(String open, String close) {}

  private static final List<Tags> KNOWN =
      List.of(
          new Tags("<think>", "</think>"),
          new Tags("<thinking>", "</thinking>"),
          new Tags("<thought>", "</thought>"),
          new Tags("<reasoning>", "</reasoning>"),
          new Tags("<seed:think>", "</seed:think>"),
          new Tags("[THINK]", "[/THINK]"),
          new Tags("<|begin_of_thought|>", "<|end_of_thought|>"));

  /** The blocks of one response; none if it has no reasoning. */
  static ReasoningBlocks in(String text, CharSpan response, List<Message> messages) {
    for (Tags tags : KNOWN) {
      ReasoningBlocks blocks = between(tags, text, response);
      if (!blocks.outer().isEmpty()) {
        return blocks;
      }
    }
    return apart(text, response, messages);
  }

  /** A block that is not closed runs to the end; one that is not opened began in the prompt. */
  private static ReasoningBlocks between(Tags tags, String text, CharSpan response) {
    List<CharSpan> inner = new ArrayList<>();
    List<CharSpan> outer = new ArrayList<>();
    int at = response.start();
    while (at < response.end()) {
      int open = indexOf(text, tags.open(), at, response.end());
      int close = indexOf(text, tags.close(), at, response.end());
      boolean openedBefore = close >= 0 && (open < 0 || close < open);
      if (open < 0 && !(openedBefore && outer.isEmpty())) {
        break;
      }
      int start = openedBefore ? at : open + tags.open().length();
      int end = openedBefore ? close : indexOf(text, tags.close(), start, response.end());
      int after = end < 0 ? response.end() : end + tags.close().length();
      inner.add(new CharSpan(start, end < 0 ? response.end() : end));
      outer.add(new CharSpan(openedBefore ? at : open, after));
      at = after;
    }
    return new ReasoningBlocks(inner, outer);
  }

  private static ReasoningBlocks apart(String text, CharSpan response, List<Message> messages) {
    for (Message message : messages) {
      String reasoning = Conversation.reasoningOf(message).strip();
      int start =
          reasoning.isEmpty() ? -1 : indexOf(text, reasoning, response.start(), response.end());
      if (start >= 0) {
        List<CharSpan> block = List.of(new CharSpan(start, start + reasoning.length()));
        return new ReasoningBlocks(block, block);
      }
    }
    return new ReasoningBlocks(List.of(), List.of());
  }

  /** Of a whole occurrence within {@code [from, to)}; -1 if there is none. */
  private static int indexOf(String text, String wanted, int from, int to) {
    int found = text.indexOf(wanted, from);
    return found + wanted.length() <= to ? found : -1;
  }
}
