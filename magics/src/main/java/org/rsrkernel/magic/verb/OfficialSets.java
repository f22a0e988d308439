package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Metrics;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.official.OfficialSample;
import org.rsrkernel.trajectory.official.OfficialSet;
import org.rsrkernel.trajectory.table.TableRows;
import tech.tablesaw.api.Table;

/**
 * A scored table as the paper's code keeps it: a set a teacher. Its metadata are the columns that
 * are neither scores nor texts of the conversation, such as {@code correct} and {@code domain}.
 *
 * @param trajectories how many have scores
 */
record OfficialSets(List<OfficialSet> byTeacher, int trajectories) {

  private static final Set<String> NO_METADATA =
      Set.of(
          Columns.ID,
          Columns.TEACHER,
          Columns.QUESTION,
          Columns.RESPONSE,
          Columns.REASONING,
          Columns.MESSAGES,
          Columns.TOOLS,
          Columns.SYSTEM,
          ScoreColumns.STUDENT,
          ScoreColumns.STATUS,
          ScoreColumns.SCORE_KEY);

  /**
   * The sets of one student's scores. What their passes took is not known: prompts are shared by
   * teachers, and scores are kept.
   *
   * @throws RsrException if the table has no teachers, or its token scores are not kept
   */
  static OfficialSets of(RsrSession session, Table scored) {
    ScoredTables.requireColumn(scored, Columns.ID);
    ScoredTables.requireColumn(scored, Columns.TEACHER);
    Map<Integer, TokenScores> scores = KeptScores.byRow(session, scored);
    List<Map<String, Object>> metadata = metadata(scored);
    Map<String, List<OfficialSample>> samples = new LinkedHashMap<>();
    scores.forEach(
        (row, tokens) ->
            samples
                .computeIfAbsent(
                    ScoredTables.text(scored, Columns.TEACHER, row), teacher -> new ArrayList<>())
                .add(
                    sample(ScoredTables.text(scored, Columns.ID, row), tokens, metadata.get(row))));
    List<OfficialSet> sets = new ArrayList<>();
    samples.forEach(
        (teacher, own) -> sets.add(new OfficialSet(teacher, own, Double.NaN, Double.NaN)));
    return new OfficialSets(sets, scores.size());
  }

  private static List<Map<String, Object>> metadata(Table scored) {
    String[] columns =
        scored.columnNames().stream()
            .filter(name -> !NO_METADATA.contains(name) && Metrics.find(name).isEmpty())
            .toArray(String[]::new);
    List<Map<String, Object>> metadata = new ArrayList<>();
    TableRows rows = new TableRows(scored.selectColumns(columns));
    for (int row = 0; row < scored.rowCount(); row++) {
      Map<String, Object> values = new LinkedHashMap<>();
      if (columns.length > 0) {
        rows.next()
            .orElseThrow()
            .fields()
            .forEach((name, value) -> values.put(name, value.toJava()));
      }
      metadata.add(values);
    }
    return metadata;
  }

  private static OfficialSample sample(
      String id, TokenScores scores, Map<String, Object> metadata) {
    return new OfficialSample(
        id,
        IntStream.range(0, scores.size()).map(scores::position).toArray(),
        IntStream.range(0, scores.size())
            .mapToDouble(k -> Math.exp(-scores.surprisal(k)))
            .toArray(),
        IntStream.range(0, scores.size()).mapToDouble(scores::surprisal).toArray(),
        IntStream.range(0, scores.size())
            .map(k -> Math.min(scores.rank(k), Rsr.RANK_CLIP))
            .toArray(),
        metadata);
  }
}
