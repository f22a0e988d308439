package org.rsrkernel.scoring.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.trajectory.Trajectory;

/**
 * Takes scored trajectories apart. What each part is is read off the rendered text, and its tokens
 * are those that begin in it: no token goes through the student again. Thread-safe.
 */
public final class PartReader {

  private final Student student;

  /**
   * @param student under which the trajectories were scored
   */
  public PartReader(Student student) {
    this.student = student;
  }

  /**
   * The parts of every trajectory, in order. A trajectory without scores, or without the part,
   * gives one outcome that says so.
   *
   * @param outcomes of the trajectories, in their order
   * @throws StudentException if scores are not of this student's tokens
   */
  public List<ScoredPart> read(
      List<Trajectory> trajectories, List<ScoredTrajectory> outcomes, Over over) {
    List<ScoredPart> parts = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      ScoredTrajectory outcome = outcomes.get(i);
      Optional<TokenScores> scores = outcome.scores();
      if (over == Over.ALL || scores.isEmpty()) {
        parts.add(new ScoredPart(i, 1, outcome));
      } else {
        parts.addAll(split(i, trajectories.get(i), outcome, over));
      }
    }
    return parts;
  }

  private List<ScoredPart> split(
      int index, Trajectory trajectory, ScoredTrajectory outcome, Over over) {
    RenderedText rendered = student.renderText(trajectory.messages(), trajectory.tools());
    RenderedConversation conversation = student.tokenize(rendered);
    TokenScores scores = outcome.scores().orElseThrow();
    if (!scores.areOf(conversation.tokenIds())) {
      throw new StudentException(
          "The scores of '%s' are of another student's tokens; %s reads it differently. Use the student that scored the table."
              .formatted(trajectory.id(), student.card().name()));
    }
    List<ScoredPart> parts = new ArrayList<>();
    for (ResponsePart part : ResponsePart.of(over, rendered, trajectory.messages())) {
      TokenScores own =
          scores.where(k -> part.holds(conversation.tokenChars().get(scores.position(k)).start()));
      if (own.size() > 0) {
        parts.add(new ScoredPart(index, part.number(), outcome.withScores(own)));
      }
    }
    return parts.isEmpty()
        ? List.of(new ScoredPart(index, 1, ScoredTrajectory.lacking(over.missing())))
        : parts;
  }
}
