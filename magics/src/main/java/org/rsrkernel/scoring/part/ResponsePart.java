package org.rsrkernel.scoring.part;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Sentences;

/**
 * A part of a trajectory's responses.
 *
 * @param number its place among the trajectory's parts, from 1
 * @param chars where it lies in the rendered text, ascending and apart
 */
record ResponsePart(int number, List<CharSpan> chars) {

  ResponsePart {
    chars = List.copyOf(chars);
  }

  /** The parts of a rendered trajectory; parts of blank text are left out. */
  static List<ResponsePart> of(Over over, RenderedText rendered, List<Message> messages) {
    String text = rendered.text();
    List<CharSpan> responses = rendered.responses();
    List<List<CharSpan>> parts =
        switch (over) {
          case ALL -> List.of(responses);
          case LAST_TURN ->
              List.of(responses.subList(Math.max(0, responses.size() - 1), responses.size()));
          case TURNS -> responses.stream().map(List::of).toList();
          case SENTENCES ->
              responses.stream().flatMap(turn -> sentences(text, turn).stream()).toList();
          case REASONING ->
              List.of(
                  responses.stream()
                      .flatMap(turn -> ReasoningBlocks.in(text, turn, messages).inner().stream())
                      .toList());
          case ANSWER ->
              List.of(
                  responses.stream()
                      .flatMap(turn -> answer(text, turn, messages).stream())
                      .toList());
        };
    List<List<CharSpan>> written = parts.stream().filter(part -> !isBlank(text, part)).toList();
    return IntStream.range(0, written.size())
        .mapToObj(i -> new ResponsePart(i + 1, written.get(i)))
        .toList();
  }

  private static List<List<CharSpan>> sentences(String text, CharSpan turn) {
    List<List<CharSpan>> sentences = new ArrayList<>();
    int start = turn.start();
    for (int end : Sentences.ends(text.substring(turn.start(), turn.end()))) {
      sentences.add(List.of(new CharSpan(start, turn.start() + end)));
      start = turn.start() + end;
    }
    return sentences;
  }

  private static List<CharSpan> answer(String text, CharSpan turn, List<Message> messages) {
    List<CharSpan> left = new ArrayList<>();
    int start = turn.start();
    for (CharSpan block : ReasoningBlocks.in(text, turn, messages).outer()) {
      left.add(new CharSpan(start, block.start()));
      start = block.end();
    }
    left.add(new CharSpan(start, turn.end()));
    left.removeIf(span -> span.start() == span.end());
    return left;
  }

  private static boolean isBlank(String text, List<CharSpan> spans) {
    return spans.stream().allMatch(span -> text.substring(span.start(), span.end()).isBlank());
  }

  /** Whether the character lies in the part. */
  boolean holds(int character) {
    return chars.stream().anyMatch(span -> span.start() <= character && character < span.end());
  }
}
