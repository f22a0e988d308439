package org.rsrkernel.trajectory;

/** Names of the columns that every table of trajectories has or may have. */
public final class Columns {

  /** Text: which problem. */
  public static final String ID = "id";

  /** Text: who wrote the response. */
  public static final String TEACHER = "teacher";

  /** Text: the last user message before the first assistant turn, or the row's own question. */
  public static final String QUESTION = "question";

  /** Text: the assistant turns. */
  public static final String RESPONSE = "response";

  /** Text: reasoning that assistant turns carry apart from their content. Only where there is. */
  public static final String REASONING = "reasoning";

  /** Text: the JSON list of messages, the file's own characters where it had a list. */
  public static final String MESSAGES = "messages";

  /** Text: the gold answer. Only where the rows carry it. */
  public static final String ANSWER = "answer";

  /** Boolean: whether the trajectory's final answer is right. Only where known for some row. */
  public static final String CORRECT = "correct";

  /** Text: the tools that the teacher could call, a JSON list. Only where the rows carry it. */
  public static final String TOOLS = "tools";

  /** Text: the system prompt kept beside the messages, as ShareGPT rows do. */
  public static final String SYSTEM = "system";

  /** Text: what a reader should know of this row, such as content that is not text. */
  public static final String NOTE = "content_note";

  private Columns() {}
}
