package org.rsrkernel.magic.verb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import org.rsrkernel.view.heatmap.TokenLookup;
import org.rsrkernel.view.heatmap.TokenView;
import tech.tablesaw.api.Table;

/** The tokens behind a scored table's rows, read again only when a view asks for them. */
final class ScoredTokens implements TokenLookup {

  private record RowName(String id, String group) {}

  private final RsrSession session;
  private final Table scored;
  private final TrajectoryTokens tokens;
  private final Map<RowName, Integer> rows = new HashMap<>();

  /**
   * @param by the column whose value the view calls a trajectory's teacher
   */
  ScoredTokens(RsrSession session, Table scored, String by) {
    this.session = session;
    this.scored = scored;
    this.tokens = new TrajectoryTokens(session);
    for (int row = 0; row < scored.rowCount(); row++) {
      rows.putIfAbsent(
          new RowName(
              ScoredTables.text(scored, Columns.ID, row), ScoredTables.text(scored, by, row)),
          row);
    }
  }

  @Override
  public Optional<TokenView> find(String id, String teacher) {
    return find(id, teacher, 0);
  }

  @Override
  public Optional<TokenView> findWhole(String id, String teacher) {
    return find(id, teacher, null);
  }

  private Optional<TokenView> find(String id, String teacher, Integer likelier) {
    Integer row = rows.get(new RowName(id, teacher));
    if (row == null || session.students().nameInUse().isEmpty()) {
      return Optional.empty();
    }
    ScoreKey key = new ScoreKey(ScoredTables.text(scored, ScoreColumns.SCORE_KEY, row));
    TokenScores scores = session.scores().findAll(List.of(key)).get(key);
    if (scores == null) {
      return Optional.empty();
    }
    Student student = session.students().get(null);
    Table only = scored.rows(row);
    Trajectory trajectory = Trajectories.of(only).get(0);
    RenderedConversation conversation =
        student.tokenize(student.renderText(trajectory.messages(), trajectory.tools()));
    if (!scores.areOf(conversation.tokenIds())) {
      return Optional.empty(); // scored under another student
    }
    TokenScores shown = PartScores.ofOnlyPart(student, only, scores);
    try {
      return Optional.of(tokens.view(student, conversation, scores, shown, likelier, id, teacher));
    } catch (InterruptedException e) {
      throw new RsrException("Interrupted while looking for likelier tokens.");
    }
  }
}
