package org.rsrkernel.metric;

/** What a metric needs beside the student's scores of the responses. */
public enum Need {
  GOLD_ANSWER("gold answer", "a gold answer in the column 'answer'"),
  TEACHER_LOG_PROBS(
      "teacher's log-probabilities",
      "a column 'teacher_logprobs' with a list of one number for every response token, by the"
          + " student's tokenizer"),
  LABELS("labels", "a column 'correct' that is true in some rows and false in others"),
  SECOND_STUDENT("second student", "a second student: --second NAME"),
  OTHER_TEACHERS("other teachers", "other trajectories for the same question"),
  OTHER_QUESTIONS("other questions", "a trajectory of the same teacher for another question");

  private final String label;
  private final String inWords;

  Need(String label, String inWords) {
    this.label = label;
    this.inWords = inWords;
  }

  /** In a word or three. */
  public String label() {
    return label;
  }

  /** What to bring, and where it is looked for. */
  String inWords() {
    return inWords;
  }
}
