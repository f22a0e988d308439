package org.rsrkernel.metric.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Sentences;

/**
 * A trajectory as further passes see it: the text before its last assistant turn (the prompt), and
 * that turn (the response), as the student reads them.
 */
public final class Subject {

  /** What leads from a part of a response to the answer. */
  static final String ANSWER_CUE = "The answer is";

  private final Evidence evidence;
  private final PassStudent student;
  private final Optional<Evidence> stranger;
  private final String prompt;
  private final String response;
  private final List<Integer> sentenceEnds;

  /**
   * @param stranger the same teacher's trajectory for another question; empty if there is none
   */
  private Subject(
      Evidence evidence, PassStudent student, Optional<Evidence> stranger, RenderedText rendered) {
    this.evidence = evidence;
    this.student = student;
    this.stranger = stranger;
    CharSpan last = rendered.responses().get(rendered.responses().size() - 1);
    this.prompt = rendered.text().substring(0, last.start());
    this.response = rendered.text().substring(last.start(), last.end());
    this.sentenceEnds = Sentences.ends(response);
  }

  /** Empty if the trajectory has no response that was scored. */
  static Optional<Subject> of(Evidence evidence, PassStudent student, Optional<Evidence> stranger) {
    if (evidence.scores().isEmpty()) {
      return Optional.empty();
    }
    RenderedText rendered =
        student.render(evidence.trajectory().messages(), evidence.trajectory().tools());
    return rendered.responses().isEmpty()
        ? Optional.empty()
        : Optional.of(new Subject(evidence, student, stranger, rendered));
  }

  Evidence evidence() {
    return evidence;
  }

  String prompt() {
    return prompt;
  }

  String response() {
    return response;
  }

  /** Where the response's sentences end, ascending, its own end last. */
  List<Integer> sentenceEnds() {
    return sentenceEnds;
  }

  boolean hasAnswer() {
    return !evidence.goldAnswer().isEmpty();
  }

  /** The sentences that make up about a share of the response, at least one. */
  String sharedPart(double share) {
    return Sentences.first(response, share);
  }

  /** As much of the stranger's response; empty if there is none. */
  Optional<String> strangersPart(double share) {
    return stranger
        .map(Evidence::response)
        .filter(text -> !text.isBlank())
        .map(text -> Sentences.first(text, share));
  }

  /** The gold answer, scored, after the prompt and a part of a response. */
  RenderedText answerAfter(String part) {
    String said = part.stripTrailing();
    String before = prompt + said + (said.isEmpty() ? "" : "\n\n") + ANSWER_CUE;
    String text = before + " " + evidence.goldAnswer();
    return new RenderedText(text, List.of(new CharSpan(before.length(), text.length())));
  }

  /** The trajectory with another question in the place of its own; responses are scored. */
  RenderedText withQuestion(String question) {
    List<Message> messages = new ArrayList<>(evidence.trajectory().messages());
    questionIndex().ifPresent(index -> messages.set(index, Message.of("user", question)));
    return student.render(messages, evidence.trajectory().tools());
  }

  /** The text of the last user message before the first assistant turn; empty if there is none. */
  String question() {
    return questionIndex()
        .map(index -> evidence.trajectory().messages().get(index).text())
        .orElse("");
  }

  private Optional<Integer> questionIndex() {
    List<Message> messages = evidence.trajectory().messages();
    int firstTurn =
        IntStream.range(0, messages.size())
            .filter(i -> messages.get(i).role().equals("assistant"))
            .findFirst()
            .orElse(messages.size());
    return IntStream.range(0, firstTurn)
        .filter(i -> messages.get(i).role().equals("user"))
        .boxed()
        .reduce((first, second) -> second);
  }
}
