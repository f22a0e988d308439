package org.rsrkernel.trajectory.layout;

import java.util.Set;
import org.rsrkernel.trajectory.Conversation;

/**
 * What a row turned out to be.
 *
 * @param layout how the conversation was written
 * @param conversation its messages
 * @param messagesJson the JSON list of its messages: the row's own characters where it had a list
 * @param usedFields names of the row's fields that the conversation holds completely
 */
public record LaidOutRow(
    RowLayout layout, Conversation conversation, String messagesJson, Set<String> usedFields) {

  public LaidOutRow {
    usedFields = Set.copyOf(usedFields);
  }
}
