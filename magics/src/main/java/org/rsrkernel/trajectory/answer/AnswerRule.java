package org.rsrkernel.trajectory.answer;

/** How a final answer was found; the first rule that finds one counts. */
public enum AnswerRule {
  BOXED("the last \\boxed{}"),
  HASHES("the text after the last ####"),
  STATED("the last \"answer is\" or \"answer:\""),
  LAST_NUMBER("the last number");

  private final String title;

  AnswerRule(String title) {
    this.title = title;
  }

  /** In words, as shown in a report. */
  public String title() {
    return title;
  }
}
