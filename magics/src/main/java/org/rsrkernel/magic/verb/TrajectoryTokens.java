package org.rsrkernel.magic.verb;

import java.util.ArrayList;
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
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import org.rsrkernel.view.heatmap.TokenCell;
import org.rsrkernel.view.heatmap.TokenCells;
import org.rsrkernel.view.heatmap.TokenView;
import tech.tablesaw.api.Table;

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
    TokenScores scores = scores(student, trajectory);
    return view(student, trajectory, scores, scores, likelier);
  }

  /**
   * The same of a table's row: the tokens of the part that it is over.
   *
   * @param row a table of one row
   */
  TokenView view(Student student, Table row, Integer likelier) throws InterruptedException {
    Trajectory trajectory = Trajectories.of(row).get(0);
    TokenScores scores = scores(student, trajectory);
    return view(student, trajectory, scores, PartScores.ofOnlyPart(student, row, scores), likelier);
  }

  private TokenView view(
      Student student,
      Trajectory trajectory,
      TokenScores scores,
      TokenScores shown,
      Integer likelier)
      throws InterruptedException {
    RenderedConversation conversation =
        student.tokenize(student.renderText(trajectory.messages(), trajectory.tools()));
    return view(
        student, conversation, scores, shown, likelier, trajectory.id(), trajectory.teacher());
  }

  private TokenScores scores(Student student, Trajectory trajectory) throws InterruptedException {
    ScoringOptions options =
        new ScoringOptions(student.card().contextLength(), student.card().contextLength());
    ScoredTrajectory scored =
        new Scorer(student, session.scores(), options, progress -> {})
            .score(List.of(trajectory))
            .get(0);
    return scored
        .scores()
        .orElseThrow(
            () ->
                new RsrException(
                    "Trajectory '%s': %s".formatted(trajectory.id(), scored.status())));
  }

  /**
   * The same of scores that are at hand.
   *
   * @param shown the part of them that is shown as the response
   */
  TokenView view(
      Student student,
      RenderedConversation conversation,
      TokenScores scores,
      TokenScores shown,
      Integer likelier,
      String id,
      String teacher)
      throws InterruptedException {
    int most =
        likelier != null
            ? likelier
            : scores.sequenceLength() <= LONGEST_WITH_LIKELIER ? LIKELIER : 0;
    List<List<TokenCell.Alternative>> alternatives =
        most == 0
            ? List.of()
            : ofPart(alternatives(student, conversation, scores, most), scores, shown);
    return new TokenView(
        id, teacher, TokenCells.of(conversation, shown, alternatives), Rsr.RANK_CLIP);
  }

  /** Of one element a response token, those of the tokens in the part. */
  private static <T> List<T> ofPart(List<T> elements, TokenScores whole, TokenScores part) {
    List<T> own = new ArrayList<>(part.size());
    for (int k = 0; k < whole.size() && own.size() < part.size(); k++) {
      if (whole.position(k) == part.position(own.size())) {
        own.add(elements.get(k));
      }
    }
    return own;
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
