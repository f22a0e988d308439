package org.rsrkernel.trajectory.table;

import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.MessageJson;
import tech.tablesaw.api.StringColumn;

/** The question, where the row had one of its own that the messages do not give back. */
record OwnQuestionField(StringColumn questions, StringColumn messages) implements JsonField {

  @Override
  public String name(int row) {
    return Columns.QUESTION;
  }

  @Override
  public String json(int row) {
    String question = questions.get(row);
    String json = messages.get(row);
    String derived = json.isEmpty() ? "" : Conversation.parse(json).question();
    return question.equals(derived) ? null : MessageJson.write(question);
  }
}
