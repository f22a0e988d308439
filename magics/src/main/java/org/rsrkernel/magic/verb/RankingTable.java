package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.metric.TeacherRanking;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A ranking as a table to work with, which shows itself with its intervals and notes.
 *
 * <p>Columns: teacher, n, questions, tokens, length, avg_rank, avg_surprisal, the metric with low
 * and high, beats_next; of each further metric its value with NAME_low and NAME_high.
 */
public final class RankingTable extends Table {

  private final List<TeacherRanking> rankings;
  private final List<OfStudent> others;

  /**
   * The same teachers under another student.
   *
   * @param student its name
   */
  public record OfStudent(String student, TeacherRanking ranking) {}

  /**
   * @param rankings of the same teachers, the first giving the order of rows
   */
  RankingTable(List<TeacherRanking> rankings) {
    this(rankings, List.of());
  }

  /**
   * @param others by the first metric under other students
   */
  RankingTable(List<TeacherRanking> rankings, List<OfStudent> others) {
    super(
        "teachers by " + rankings.get(0).metric().name(),
        columns(rankings, others).toArray(Column<?>[]::new));
    this.rankings = List.copyOf(rankings);
    this.others = List.copyOf(others);
  }

  /** The rankings by the first metric under other students. */
  public List<OfStudent> otherStudents() {
    return others;
  }

  /** The ranking that orders the rows. */
  public TeacherRanking ranking() {
    return rankings.get(0);
  }

  /** The rankings by further metrics. */
  public List<TeacherRanking> further() {
    return rankings.subList(1, rankings.size());
  }

  private static List<Column<?>> columns(List<TeacherRanking> rankings, List<OfStudent> others) {
    TeacherRanking ranking = rankings.get(0);
    StringColumn teachers = StringColumn.create("teacher");
    IntColumn counts = IntColumn.create("n");
    IntColumn questions = IntColumn.create("questions");
    LongColumn tokens = LongColumn.create(ScoreColumns.TOKENS);
    DoubleColumn lengths = DoubleColumn.create("length");
    DoubleColumn ranks = DoubleColumn.create(ScoreColumns.AVERAGE_RANK);
    DoubleColumn surprisals = DoubleColumn.create(ScoreColumns.AVERAGE_SURPRISAL);
    DoubleColumn beatsNext = DoubleColumn.create("beats_next");
    for (TeacherRanking.Row row : ranking.rows()) {
      teachers.append(row.teacher());
      counts.append(row.trajectories());
      questions.append(row.questions());
      tokens.append(row.tokens());
      lengths.append(row.length());
      ranks.append(row.averageRank());
      surprisals.append(row.averageSurprisal());
      beatsNext.append(row.beatsNext());
    }
    List<Column<?>> columns = new ArrayList<>();
    columns.addAll(List.of(teachers, counts, questions, tokens, lengths));
    List.of(ranks, surprisals).stream()
        .filter(column -> !column.name().equals(ranking.metric().name()))
        .forEach(columns::add);
    columns.addAll(values(ranking, teachers, column(ranking), ""));
    columns.add(beatsNext);
    for (TeacherRanking further : rankings.subList(1, rankings.size())) {
      String name = column(further);
      List<DoubleColumn> values = values(further, teachers, name, name + "_");
      boolean there = columns.stream().anyMatch(column -> column.name().equals(name));
      columns.addAll(there ? values.subList(1, values.size()) : values);
    }
    for (OfStudent other : others) {
      String name = column(other.ranking()) + "_" + other.student();
      columns.addAll(values(other.ranking(), teachers, name, name + "_"));
    }
    return columns;
  }

  /** The column of a ranking's values: means, where {@code tokens} is the total. */
  private static String column(TeacherRanking ranking) {
    String name = ranking.metric().name();
    return name.equals(ScoreColumns.TOKENS) ? "mean_tokens" : name;
  }

  /** A ranking's values and intervals in the order of the teachers. */
  private static List<DoubleColumn> values(
      TeacherRanking ranking, StringColumn teachers, String name, String prefix) {
    Map<String, TeacherRanking.Row> rows = new HashMap<>();
    ranking.rows().forEach(row -> rows.put(row.teacher(), row));
    DoubleColumn values = DoubleColumn.create(name);
    DoubleColumn lows = DoubleColumn.create(prefix + "low");
    DoubleColumn highs = DoubleColumn.create(prefix + "high");
    for (String teacher : teachers) {
      TeacherRanking.Row row = rows.get(teacher);
      values.append(row == null ? Double.NaN : row.value());
      lows.append(row == null ? Double.NaN : row.low());
      highs.append(row == null ? Double.NaN : row.high());
    }
    return List.of(values, lows, highs);
  }
}
