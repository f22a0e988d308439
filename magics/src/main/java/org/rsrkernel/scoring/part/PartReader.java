package org.rsrkernel.scoring.part;

import java.util.ArrayList;
import java.util.List;
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
  private final List<Trajectory> trajectories;
  private final Over over;

  /**
   * @param student under which the trajectories were scored
   * @param over which parts
   */
  public PartReader(Student student, List<Trajectory> trajectories, Over over) {
    this.student = student;
    this.trajectories = trajectories;
    this.over = over;
  }

  /**
   * The parts of one trajectory. Without scores, or without the part, there is one outcome that
   * says so.
   *
   * @param index of the trajectory among those given
   * @throws StudentException if scores are not of this student's tokens
   */
  public List<ScoredPart> read(int index, ScoredTrajectory outcome) {
    return over == Over.ALL || outcome.scores().isEmpty()
        ? List.of(new ScoredPart(index, 1, outcome))
        : split(index, outcome);
  }

  private List<ScoredPart> split(int index, ScoredTrajectory outcome) {
    Trajectory trajectory = trajectories.get(index);
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
