package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.rsrkernel.student.OutOfMemoryException;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.RowScores;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.trajectory.Trajectory;

/**
 * Scores trajectories under one student: renders them, looks up what is stored, plans the rest so
 * that no shared prefix is computed twice, runs it and stores it batch by batch.
 *
 * <p>A function of its arguments: no globals, nothing of Jupyter. One thread at a time;
 * interrupting it stops within a layer of the student, and what was finished is in the store.
 */
public final class Scorer {

  private final Student student;
  private final ScoreStore store;
  private final ScoringOptions options;
  private final ScoringProgress.Listener listener;

  public Scorer(
      Student student,
      ScoreStore store,
      ScoringOptions options,
      ScoringProgress.Listener listener) {
    this.student = student;
    this.store = store;
    this.options = options;
    this.listener = listener;
  }

  /** A trajectory as text, with its place in the input. */
  private record Rendered(int index, RenderedText text, ScoreKey key) {}

  /** A sequence on its way. */
  private record Pending(int index, TokenSequence sequence, ScoreKey key) {}

  /**
   * Scores every trajectory.
   *
   * @return one outcome a trajectory, in the input's order; one that fails has its reason as status
   *     and stops nothing
   * @throws InterruptedException if the thread was interrupted; finished batches stay in the store
   */
  public List<ScoredTrajectory> score(List<Trajectory> trajectories) throws InterruptedException {
    ScoredTrajectory[] outcomes = new ScoredTrajectory[trajectories.size()];
    List<Rendered> rendered = render(trajectories, outcomes);
    Map<ScoreKey, TokenScores> stored =
        store.findAll(rendered.stream().map(Rendered::key).toList());
    List<Pending> pending = new ArrayList<>();
    for (Rendered trajectory : rendered) {
      stopIfInterrupted();
      TokenScores scores = stored.get(trajectory.key());
      if (scores == null) {
        tokenize(trajectory, outcomes).ifPresent(pending::add);
      } else {
        outcomes[trajectory.index()] = ScoredTrajectory.of(trajectory.key(), scores);
      }
    }
    ScoringPlan plan =
        ScoringPlan.of(pending.stream().map(Pending::sequence).toList(), options.batchTokens());
    Run run = new Run(outcomes, plan.work(), listener);
    run.report();
    for (ScoringPlan.Batch batch : plan.batches()) {
      compute(batch.members().stream().map(pending::get).toList(), outcomes);
      run.finished(batch.work().tokensComputed());
    }
    return List.of(outcomes);
  }

  private List<Rendered> render(List<Trajectory> trajectories, ScoredTrajectory[] outcomes)
      throws InterruptedException {
    List<Rendered> rendered = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      stopIfInterrupted();
      Trajectory trajectory = trajectories.get(i);
      try {
        RenderedText text = student.renderText(trajectory.messages(), trajectory.tools());
        ScoreKey key =
            ScoreKey.of(student.fingerprint(), text.text(), text.responses(), options.maxLength());
        rendered.add(new Rendered(i, text, key));
      } catch (StudentException e) {
        outcomes[i] = ScoredTrajectory.failed(e.getMessage());
      }
    }
    return rendered;
  }

  /** The sequence to compute; without a response its outcome is settled instead. */
  private Optional<Pending> tokenize(Rendered rendered, ScoredTrajectory[] outcomes) {
    RenderedConversation conversation;
    try {
      conversation = student.tokenize(rendered.text());
    } catch (StudentException e) {
      outcomes[rendered.index()] = ScoredTrajectory.failed(e.getMessage());
      return Optional.empty();
    }
    TokenSequence sequence =
        TokenSequence.of(conversation.tokenIds(), conversation.responses(), options.maxLength());
    if (!sequence.hasResponse()) {
      outcomes[rendered.index()] = ScoredTrajectory.withoutResponse();
      return Optional.empty();
    }
    if (sequence.tokenIds().length > student.sharesPrefixesUpTo()) {
      sequence = sequence.aloneAndWhole();
    }
    return Optional.of(new Pending(rendered.index(), sequence, rendered.key()));
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("scoring was interrupted");
    }
  }

  /** Computes a batch; if the device lacks the memory for it, its halves one after the other. */
  private void compute(List<Pending> members, ScoredTrajectory[] outcomes)
      throws InterruptedException {
    PrefixForest.Layout layout =
        new PrefixForest(members.stream().map(Pending::sequence).toList()).layout();
    RowScores rows;
    try {
      rows = student.forward(layout.batch());
    } catch (OutOfMemoryException e) {
      if (members.size() == 1) {
        outcomes[members.get(0).index()] = ScoredTrajectory.failed(e.getMessage());
        return;
      }
      int half = members.size() / 2;
      compute(members.subList(0, half), outcomes);
      compute(members.subList(half, members.size()), outcomes);
      return;
    }
    Map<ScoreKey, TokenScores> finished = new LinkedHashMap<>();
    for (int m = 0; m < members.size(); m++) {
      Pending member = members.get(m);
      TokenScores scores = scores(member.sequence(), layout.sequenceRows().get(m), rows);
      OptionalInt notFinite = firstNotFinite(scores);
      if (notFinite.isPresent()) {
        outcomes[member.index()] =
            ScoredTrajectory.failed(
                "the student's logits are not finite at token " + notFinite.getAsInt());
      } else {
        finished.put(member.key(), scores);
        outcomes[member.index()] = ScoredTrajectory.of(member.key(), scores);
      }
    }
    store.keepAll(finished);
  }

  private static TokenScores scores(TokenSequence sequence, int[] sequenceRows, RowScores rows) {
    int count = sequenceRows.length;
    int[] ranks = new int[count];
    float[] surprisals = new float[count];
    float[] entropies = new float[count];
    float[] squareSums = new float[count];
    for (int k = 0; k < count; k++) {
      int row = sequenceRows[k];
      ranks[k] = rows.rank()[row];
      surprisals[k] = rows.surprisal()[row];
      entropies[k] = rows.entropy()[row];
      squareSums[k] = rows.squareSum()[row];
    }
    return new TokenScores(
        sequence.tokenIds(),
        sequence.responsePositions(),
        ranks,
        surprisals,
        entropies,
        squareSums,
        sequence.truncated());
  }

  private static OptionalInt firstNotFinite(TokenScores scores) {
    for (int k = 0; k < scores.size(); k++) {
      if (!Float.isFinite(scores.surprisal(k)) || !Float.isFinite(scores.entropy(k))) {
        return OptionalInt.of(scores.position(k));
      }
    }
    return OptionalInt.empty();
  }

  /** Counts what a run has done and tells its listener. */
  private static final class Run {
    private final ScoredTrajectory[] outcomes;
    private final int cached;
    private final PlannedWork work;
    private final ScoringProgress.Listener listener;
    private final long startNanos = System.nanoTime();
    private long tokensComputed;

    private Run(ScoredTrajectory[] outcomes, PlannedWork work, ScoringProgress.Listener listener) {
      this.outcomes = outcomes;
      this.work = work;
      this.listener = listener;
      this.cached = count(outcome -> outcome.scores().isPresent());
    }

    private void finished(long tokens) {
      tokensComputed += tokens;
      report();
    }

    private int count(Predicate<ScoredTrajectory> wanted) {
      return (int) Arrays.stream(outcomes).filter(Objects::nonNull).filter(wanted).count();
    }

    private void report() {
      listener.onProgress(
          new ScoringProgress(
              outcomes.length,
              count(outcome -> true),
              count(outcome -> outcome.scores().isEmpty()),
              cached,
              work,
              tokensComputed,
              System.nanoTime() - startNanos));
    }
  }
}
