package org.rsrkernel.trajectory.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.Conversation;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.trajectory.format.Row;
import org.rsrkernel.trajectory.format.RowValue;

/** The columns of one row: the known ones derived, the rest as the row has them. */
public final class RowColumns {

  /** Names of the problem's identifier, in the order in which they are sought. */
  public static final List<String> IDS = List.of("id", "_id", "sample_id", "uuid");

  private static final List<String> CORRECT = List.of("correct", "is_correct");
  private static final List<String> MEDIA = List.of("images", "image", "videos", "audios");
  private static final String MEDIA_NOTE =
      "holds images, video or sound: the student reads the text alone";

  private RowColumns() {}

  /**
   * Values by column name.
   *
   * @param teacher who wrote the response
   */
  public static Map<String, RowValue> of(Row row, LaidOutRow laidOut, String teacher) {
    Conversation conversation = laidOut.conversation();
    Map<String, RowValue> columns = new LinkedHashMap<>();
    row.fields()
        .forEach(
            (name, value) -> {
              if (!laidOut.usedFields().contains(name)) {
                columns.put(name, value);
              }
            });
    String question = question(row, conversation);
    derive(columns, Columns.QUESTION, question);
    derive(columns, Columns.RESPONSE, conversation.response());
    columns.put(Columns.MESSAGES, RowValue.string(laidOut.messagesJson()));
    if (!conversation.reasoning().isEmpty()) {
      derive(columns, Columns.REASONING, conversation.reasoning());
    }
    columns.put(Columns.ID, RowValue.string(id(row, question, laidOut.messagesJson())));
    columns.put(Columns.TEACHER, RowValue.string(teacher));
    row.firstFilled(CORRECT).ifPresent(name -> columns.put(Columns.CORRECT, row.get(name)));
    if (conversation.hasMedia() || MEDIA.stream().anyMatch(name -> isFilledList(row.get(name)))) {
      columns.put(Columns.NOTE, RowValue.string(MEDIA_NOTE));
    }
    return columns;
  }

  /** The row's own question groups rows better than a prompt with instructions around it. */
  private static String question(Row row, Conversation conversation) {
    RowValue own = row.get(Columns.QUESTION);
    return own.isText() && !own.text().isBlank() ? own.text() : conversation.question();
  }

  /** A different value of the row's own under that name is kept beside. */
  private static void derive(Map<String, RowValue> columns, String name, String text) {
    RowValue own = columns.put(name, RowValue.string(text));
    if (own != null && !own.isNull() && !own.text().equals(text)) {
      columns.put("row " + name, own);
    }
  }

  /** Made from the question, so that all teachers' rows of one problem share it. */
  private static String id(Row row, String question, String messagesJson) {
    return row.firstFilled(IDS)
        .map(name -> row.get(name).text())
        .orElseGet(
            () ->
                hash(question.isBlank() ? messagesJson : question.strip().replaceAll("\\s+", " ")));
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean isFilledList(RowValue value) {
    try {
      return value.isList() && !MessageJson.readList(value.text()).isEmpty();
    } catch (TrajectoryException e) {
      return false;
    }
  }
}
