package org.rsrkernel.trajectory.layout;

/** The layouts of a row that are understood. */
public enum RowLayout {
  MESSAGES("messages (role, content)"),
  SHAREGPT("ShareGPT conversations (from, value)"),
  PROMPT_RESPONSE("prompt and response"),
  INSTRUCTION("instruction, input, output"),
  TEXT("plain text");

  private final String title;

  RowLayout(String title) {
    this.title = title;
  }

  /** In words, as shown in a report. */
  public String title() {
    return title;
  }
}
