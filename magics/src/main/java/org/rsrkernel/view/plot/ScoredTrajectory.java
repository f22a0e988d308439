package org.rsrkernel.view.plot;

import java.util.Objects;
import org.rsrkernel.scoring.TokenScores;

/** A trajectory with its scores, for plots that look below its means. */
public record ScoredTrajectory(String id, String teacher, TokenScores scores) {

  public ScoredTrajectory {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(teacher, "teacher");
    Objects.requireNonNull(scores, "scores");
  }
}
