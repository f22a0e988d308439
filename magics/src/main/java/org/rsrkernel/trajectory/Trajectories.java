package org.rsrkernel.trajectory;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import org.rsrkernel.trajectory.report.Repetition;
import tech.tablesaw.api.Table;

/** From files to a table of trajectories, and from such a table back to their messages. */
public final class Trajectories {

  private Trajectories() {}

  /**
   * Reads files into one table.
   *
   * @throws TrajectoryException if a file is missing or of a wrong format, or no row is usable
   */
  public static LoadedTrajectories load(LoadRequest request) {
    return load(request, LoadProgress.NONE);
  }

  /** As {@link #load(LoadRequest)}, telling how far it has come; an interrupt ends it. */
  public static LoadedTrajectories load(LoadRequest request, LoadProgress progress) {
    return new TrajectoryLoader(request, progress).load();
  }

  /**
   * A table with columns of any layout as a table of trajectories.
   *
   * @param teacher as in {@link LoadRequest#teacher}; without one, a column of teachers, else the
   *     table's name
   * @throws TrajectoryException if no row is usable
   */
  public static LoadedTrajectories fromTable(Table table, Optional<String> teacher) {
    return fromTable(table, teacher, Set.of());
  }

  /** As {@link #fromTable(Table, Optional)}, without rows that repeat others in these ways. */
  public static LoadedTrajectories fromTable(
      Table table, Optional<String> teacher, Set<Repetition> dropped) {
    return TrajectoryLoader.load(table, teacher, dropped);
  }

  /**
   * The trajectories of a table in its order, whatever was filtered, sorted, joined or sampled: all
   * that counts is its column of messages. A view: each row is parsed when it is asked for, so that
   * a large table is not in memory twice.
   *
   * @return throws a {@link TrajectoryException} where a row's messages are not a JSON list of them
   * @throws TrajectoryException if the table has no such column
   */
  public static List<Trajectory> of(Table table) {
    requireMessages(table);
    return new RowView(table);
  }

  private static final class RowView extends AbstractList<Trajectory> implements RandomAccess {

    private final Table table;

    private RowView(Table table) {
      this.table = table;
    }

    @Override
    public Trajectory get(int row) {
      return trajectory(table, Objects.checkIndex(row, size()));
    }

    @Override
    public int size() {
      return table.rowCount();
    }
  }

  private static void requireMessages(Table table) {
    if (!table.containsColumn(Columns.MESSAGES)) {
      List<String> nearest = NearestNames.of(Columns.MESSAGES, table.columnNames());
      throw new TrajectoryException(
          "Table %s has no column \"messages\". Its columns: %s.%s"
              .formatted(
                  table.name(),
                  String.join(", ", table.columnNames()),
                  nearest.isEmpty() ? "" : " Did you mean " + nearest.get(0) + "?"));
    }
  }

  /** The messages of one row, with the system prompt that its row keeps beside them. */
  public static Conversation conversation(Table table, int row) {
    String json = text(table, Columns.MESSAGES, row);
    Conversation conversation =
        json.isEmpty() ? new Conversation(List.of()) : Conversation.parse(json);
    return withSystem(conversation, text(table, Columns.SYSTEM, row), json);
  }

  private static Trajectory trajectory(Table table, int row) {
    try {
      return new Trajectory(
          row,
          text(table, Columns.ID, row),
          text(table, Columns.TEACHER, row),
          conversation(table, row).messages(),
          tools(text(table, Columns.TOOLS, row)));
    } catch (TrajectoryException e) {
      throw new TrajectoryException(
          "Row %d of table %s: %s".formatted(row + 1, table.name(), e.getMessage()), e);
    }
  }

  /** Empty if the table has no such column. */
  private static String text(Table table, String column, int row) {
    return table.containsColumn(column) ? table.column(column).getUnformattedString(row) : "";
  }

  /** ShareGPT rows keep the system prompt in a field of its own. */
  private static Conversation withSystem(Conversation conversation, String system, String json) {
    List<Message> messages = conversation.messages();
    boolean apart =
        !system.isBlank()
            && json.contains("\"from\"")
            && messages.stream().noneMatch(message -> message.role().equals("system"));
    if (!apart) {
      return conversation;
    }
    List<Message> all = new ArrayList<>(messages.size() + 1);
    all.add(Message.of("system", system));
    all.addAll(messages);
    return new Conversation(all);
  }

  /** A JSON list of tools, or such a list written into a string. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> tools(String json) {
    if (json.isBlank()) {
      return List.of();
    }
    Object value = MessageJson.read(json);
    Object list =
        value instanceof String inner && !inner.isBlank() ? MessageJson.read(inner) : value;
    List<Map<String, Object>> tools = new ArrayList<>();
    if (list instanceof List<?> elements) {
      for (Object element : elements) {
        if (!(element instanceof Map<?, ?>)) {
          throw new TrajectoryException("\"tools\" is not a list of objects");
        }
        tools.add((Map<String, Object>) element);
      }
    }
    return tools;
  }
}
