package org.rsrkernel.magic.verb;

import java.util.List;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.LikelyToken;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Trajectory;
import org.rsrkernel.view.heatmap.TokenCell;
import org.rsrkernel.view.heatmap.TokenCells;
import org.rsrkernel.view.heatmap.TokenView;

/** Trajectories token by token, as a student reads them. */
final class TrajectoryTokens {

  /** Tokens that the hover offers. */
  static final int LIKELIER = 5;

  /** Longer trajectories take a pass that a reader would have to wait for. */
  static final int LONGEST_WITH_LIKELIER = 4_000;

  private final RsrSession session;

  TrajectoryTokens(RsrSession session) {
    this.session = session;
  }

  /**
   * The tokens of a trajectory, scored now if they were not.
   *
   * @param likelier likelier tokens shown at each place, 0 for none; null for five, unless the
   *     trajectory is long
   * @throws RsrException with the trajectory's status if it cannot be scored
   */
  TokenView view(Student student, Trajectory trajectory, Integer likelier)
      throws InterruptedException {
    ScoringOptions options =
        new ScoringOptions(student.card().contextLength(), student.card().contextLength());
    ScoredTrajectory scored =
        new Scorer(student, session.scores(), options, progress -> {})
            .score(List.of(trajectory))
            .get(0);
    TokenScores scores =
        scored
            .scores()
            .orElseThrow(
                () ->
                    new RsrException(
                        "Trajectory '%s': %s".formatted(trajectory.id(), scored.status())));
    RenderedConversation conversation =
        student.tokenize(student.renderText(trajectory.messages(), trajectory.tools()));
    return view(student, conversation, scores, likelier, trajectory.id(), trajectory.teacher());
  }

  /** The same of scores that are at hand. */
  TokenView view(
      Student student,
      RenderedConversation conversation,
      TokenScores scores,
      Integer likelier,
      String id,
      String teacher)
      throws InterruptedException {
    int most =
        likelier != null
            ? likelier
            : scores.sequenceLength() <= LONGEST_WITH_LIKELIER ? LIKELIER : 0;
    List<List<TokenCell.Alternative>> alternatives =
        most == 0 ? List.of() : alternatives(student, conversation, scores, most);
    return new TokenView(
        id, teacher, TokenCells.of(conversation, scores, alternatives), Rsr.RANK_CLIP);
  }

  private List<List<TokenCell.Alternative>> alternatives(
      Student student, RenderedConversation conversation, TokenScores scores, int most)
      throws InterruptedException {
    return session.likelierTokens().of(student, conversation, scores, most).stream()
        .map(tokens -> tokens.stream().map(token -> alternative(student, token)).toList())
        .toList();
  }

  private static TokenCell.Alternative alternative(Student student, LikelyToken token) {
    return new TokenCell.Alternative(student.tokenText(token.tokenId()), token.probability());
  }
}
