package org.rsrkernel.magic.verb;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.scoring.part.Over;
import org.rsrkernel.scoring.part.PartReader;
import org.rsrkernel.scoring.part.ScoredPart;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Trajectories;
import tech.tablesaw.api.Table;

/** Token scores of a table whose rows are parts of trajectories. */
final class PartScores {

  private PartScores() {}

  /** What the table is over, unless that is whole responses. */
  static Optional<Over> over(Table scored) {
    return scored.isEmpty()
        ? Optional.empty()
        : Over.named(ScoredTables.text(scored, ScoreColumns.OVER, 0))
            .filter(over -> over != Over.ALL);
  }

  /**
   * The scores of each row's part.
   *
   * @param student under which the table was scored
   * @param whole scores of the trajectories by row
   */
  static Map<Integer, TokenScores> of(
      Student student, Table scored, Map<Integer, TokenScores> whole, Over over) {
    PartReader reader = new PartReader(student, Trajectories.of(scored), over);
    Map<String, Map<Integer, TokenScores>> partsByKey = new HashMap<>();
    Map<Integer, TokenScores> scores = new LinkedHashMap<>();
    whole.forEach(
        (row, tokens) -> {
          String key = ScoredTables.text(scored, ScoreColumns.SCORE_KEY, row);
          Map<Integer, TokenScores> parts =
              partsByKey.computeIfAbsent(key, first -> byNumber(reader, row, key, tokens));
          TokenScores own = parts.get(number(scored, row, over));
          if (own != null) {
            scores.put(row, own);
          }
        });
    return scores;
  }

  /**
   * The scores of the part that a row is over; the whole trajectory's where it has several such
   * parts, as turns are.
   *
   * @param row a table of one row
   */
  static TokenScores ofOnlyPart(Student student, Table row, TokenScores whole) {
    return over(row)
        .filter(over -> over.unit().isEmpty())
        .map(over -> of(student, row, Map.of(0, whole), over).getOrDefault(0, whole))
        .orElse(whole);
  }

  private static Map<Integer, TokenScores> byNumber(
      PartReader reader, int row, String key, TokenScores tokens) {
    ScoredTrajectory outcome =
        new ScoredTrajectory("ok", Optional.of(new ScoreKey(key)), Optional.of(tokens));
    Map<Integer, TokenScores> parts = new HashMap<>();
    for (ScoredPart part : reader.read(row, outcome)) {
      part.outcome().scores().ifPresent(own -> parts.put(part.number(), own));
    }
    return parts;
  }

  private static int number(Table scored, int row, Over over) {
    return over.unit()
        .map(unit -> Integer.parseInt(ScoredTables.text(scored, unit, row)))
        .orElse(1);
  }
}
