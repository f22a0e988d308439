package org.rsrkernel.magic.verb;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.rsrkernel.metric.pass.PassStudent;
import org.rsrkernel.scoring.OutcomeReader;
import org.rsrkernel.scoring.ScoreStore;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectory;

/** A student's passes over trajectories and further texts, with their progress in the notebook. */
final class StudentPasses implements PassStudent {

  private final Student student;
  private final ScoreStore store;
  private final ScoringOptions options;
  private final Supplier<ScoringDisplay> displays;
  private final AtomicInteger longest = new AtomicInteger(); // tokens of the longest trajectory

  /**
   * @param displays of progress, one a run
   */
  StudentPasses(
      Student student,
      ScoreStore store,
      ScoringOptions options,
      Supplier<ScoringDisplay> displays) {
    this.student = student;
    this.store = store;
    this.options = options;
    this.displays = displays;
  }

  /** What is read of every trajectory's outcome, in their order. */
  <T> List<T> trajectories(List<Trajectory> trajectories, OutcomeReader<T> reader)
      throws InterruptedException {
    try (ScoringDisplay display = displays.get()) {
      return new Scorer(student, store, options, display)
          .score(
              trajectories,
              (index, outcome) -> {
                int length = outcome.scores().map(TokenScores::sequenceLength).orElse(0);
                longest.accumulateAndGet(length, Math::max);
                return reader.read(index, outcome);
              });
    }
  }

  @Override
  public RenderedText render(List<Message> messages, List<Map<String, Object>> tools) {
    return student.renderText(messages, tools);
  }

  @Override
  public List<ScoredTrajectory> score(List<RenderedText> texts) throws InterruptedException {
    // what goes on from parts of a trajectory fits into one batch, so that it is computed once
    int batchTokens = Math.max(options.batchTokens(), 2 * longest.get());
    try (ScoringDisplay display = displays.get()) {
      return new Scorer(
              student, store, new ScoringOptions(batchTokens, options.maxLength()), display)
          .scoreTexts(texts);
    }
  }
}
