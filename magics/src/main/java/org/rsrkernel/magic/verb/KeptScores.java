package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.view.plot.ScoredTrajectory;
import tech.tablesaw.api.Table;

/** The token scores that scoring kept beside a table. */
final class KeptScores {

  private KeptScores() {}

  /**
   * Token scores by row, of the part that the table is over; rows that have none, such as those
   * without a response, are left out.
   *
   * @throws RsrException if scores that the table names are not kept any more
   */
  static Map<Integer, TokenScores> byRow(RsrSession session, Table scored) {
    Map<Integer, TokenScores> whole = wholeByRow(session, scored);
    return PartScores.over(scored)
        .map(over -> PartScores.of(Rescored.student(session, scored), scored, whole, over))
        .orElse(whole);
  }

  /** As {@link #byRow}, of the whole responses. */
  static Map<Integer, TokenScores> wholeByRow(RsrSession session, Table scored) {
    if (!scored.containsColumn(ScoreColumns.SCORE_KEY)) {
      throw new RsrException(
          "The table '%s' has averages but no token scores. Score its trajectories here: var scored = %%rsr score TABLE"
              .formatted(scored.name()));
    }
    return find(session, scored)
        .orElseThrow(
            () ->
                new RsrException(
                    "The token scores of table '%s' are not kept any more. Score it again, without --no-cache."
                        .formatted(scored.name())));
  }

  /** As {@link #wholeByRow}; empty if some that the table names are not kept. */
  static Optional<Map<Integer, TokenScores>> find(RsrSession session, Table scored) {
    Map<Integer, ScoreKey> keys = keys(scored);
    Map<ScoreKey, TokenScores> kept = session.scores().findAll(keys.values());
    if (!kept.keySet().containsAll(keys.values())) {
      return Optional.empty();
    }
    Map<Integer, TokenScores> scores = new LinkedHashMap<>();
    keys.forEach((row, key) -> scores.put(row, kept.get(key)));
    return Optional.of(scores);
  }

  private static Map<Integer, ScoreKey> keys(Table scored) {
    Map<Integer, ScoreKey> keys = new LinkedHashMap<>();
    for (int row = 0; row < scored.rowCount(); row++) {
      String key = ScoredTables.text(scored, ScoreColumns.SCORE_KEY, row);
      if (!key.isEmpty()) {
        keys.put(row, new ScoreKey(key));
      }
    }
    return keys;
  }

  /** The same with the trajectories' names. */
  static List<ScoredTrajectory> trajectories(RsrSession session, Table scored, String by) {
    List<ScoredTrajectory> trajectories = new ArrayList<>();
    byRow(session, scored)
        .forEach(
            (row, scores) ->
                trajectories.add(
                    new ScoredTrajectory(
                        ScoredTables.text(scored, Columns.ID, row),
                        ScoredTables.text(scored, by, row),
                        scores)));
    return trajectories;
  }
}
