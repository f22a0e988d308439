package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.official.OfficialSample;
import org.rsrkernel.trajectory.official.OfficialSet;
import tech.tablesaw.api.Table;

/**
 * A scored table as the paper's code keeps it: a set a teacher.
 *
 * @param trajectories how many have scores
 */
record OfficialSets(List<OfficialSet> byTeacher, int trajectories) {

  /**
   * @throws RsrException if the table has no teachers, or its token scores are not kept
   */
  static OfficialSets of(RsrSession session, Table scored) {
    ScoredTables.requireColumn(scored, Columns.ID);
    ScoredTables.requireColumn(scored, Columns.TEACHER);
    Map<Integer, TokenScores> scores = KeptScores.byRow(session, scored);
    Map<String, List<OfficialSample>> samples = new LinkedHashMap<>();
    scores.forEach(
        (row, tokens) ->
            samples
                .computeIfAbsent(
                    ScoredTables.text(scored, Columns.TEACHER, row), teacher -> new ArrayList<>())
                .add(sample(ScoredTables.text(scored, Columns.ID, row), tokens)));
    List<OfficialSet> sets = new ArrayList<>();
    samples.forEach(
        (teacher, own) -> sets.add(new OfficialSet(teacher, own, Double.NaN, Double.NaN)));
    return new OfficialSets(sets, scores.size());
  }

  private static OfficialSample sample(String id, TokenScores scores) {
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
        Map.of());
  }
}
