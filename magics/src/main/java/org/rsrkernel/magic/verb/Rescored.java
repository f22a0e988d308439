package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.FurtherMetrics;
import org.rsrkernel.metric.MeasuredPart;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.metric.ScoreMeasures;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.scoring.part.Over;
import org.rsrkernel.scoring.part.PartReader;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Trajectories;
import tech.tablesaw.api.Table;

/** Other numbers of a scored table from the token scores that are kept: no pass is run. */
final class Rescored {

  private Rescored() {}

  /**
   * The table over a part of its responses, with those of the metrics that it lacks as far as kept
   * scores give them.
   *
   * @throws RsrException if the table is over a part already, or that part needs scores that are
   *     not kept
   */
  static Table of(RsrSession session, Table scored, Over over, List<Metric> metrics, int rankClip) {
    return over == Over.ALL
        ? withMetrics(session, scored, metrics, rankClip)
        : over(session, scored, over, metrics, rankClip);
  }

  private static Table over(
      RsrSession session, Table scored, Over over, List<Metric> metrics, int rankClip) {
    if (scored.containsColumn(ScoreColumns.OVER)) {
      throw new RsrException(
          "The table '%s' is over %s already. Take one that was scored over all response tokens."
              .formatted(scored.name(), ScoredTables.text(scored, ScoreColumns.OVER, 0)));
    }
    Student student = student(session, scored);
    PartReader parts = new PartReader(student, Trajectories.of(scored), over);
    List<ScoredTrajectory> outcomes = outcomes(scored, KeptScores.wholeByRow(session, scored));
    ScoreMeasures measures = ScoreMeasures.rsrAnd(metrics, rankClip);
    List<MeasuredPart> measured =
        IntStream.range(0, outcomes.size())
            .parallel()
            .mapToObj(row -> parts.read(row, outcomes.get(row)))
            .flatMap(List::stream)
            .map(measures::of)
            .toList();
    return ScoreColumns.ofParts(scored, measured, over, measures);
  }

  /** The student under which the table was scored if it is loaded, else the one in use. */
  static Student student(RsrSession session, Table scored) {
    String name = scored.isEmpty() ? "" : ScoredTables.text(scored, ScoreColumns.STUDENT, 0);
    return session.students().get(session.students().names().contains(name) ? name : null);
  }

  private static List<ScoredTrajectory> outcomes(Table scored, Map<Integer, TokenScores> kept) {
    List<ScoredTrajectory> outcomes = new ArrayList<>();
    for (int row = 0; row < scored.rowCount(); row++) {
      String status = ScoredTables.text(scored, ScoreColumns.STATUS, row);
      String key = ScoredTables.text(scored, ScoreColumns.SCORE_KEY, row);
      outcomes.add(
          new ScoredTrajectory(
              status,
              key.isEmpty() ? Optional.empty() : Optional.of(new ScoreKey(key)),
              Optional.ofNullable(kept.get(row))));
    }
    return outcomes;
  }

  private static Table withMetrics(
      RsrSession session, Table scored, List<Metric> metrics, int rankClip) {
    List<Metric> lacking =
        metrics.stream().filter(metric -> !scored.containsColumn(metric.name())).toList();
    if (lacking.isEmpty()
        || scored.containsColumn(ScoreColumns.OVER)
        || !scored.containsColumn(ScoreColumns.SCORE_KEY)) {
      return scored;
    }
    return KeptScores.find(session, scored)
        .map(kept -> withMetrics(scored, outcomes(scored, kept), lacking, rankClip))
        .orElse(scored);
  }

  private static Table withMetrics(
      Table scored, List<ScoredTrajectory> outcomes, List<Metric> lacking, int rankClip) {
    List<Metric> ofTokens = lacking.stream().filter(metric -> !metric.isOfRows()).toList();
    Table measured = ScoreColumns.withMetrics(scored, outcomes, ofTokens, rankClip);
    return FurtherMetrics.addOfRows(measured, outcomes, lacking, rankClip);
  }
}
