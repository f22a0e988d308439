package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.rsrkernel.student.RenderedConversation;
import org.rsrkernel.student.RenderedText;
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

  private static final int RENDERED_AT_ONCE = 256;

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

  /**
   * Scores every trajectory.
   *
   * @return one outcome a trajectory, in the input's order; one that fails has its reason as status
   *     and stops nothing
   * @throws InterruptedException if the thread was interrupted; finished batches stay in the store
   */
  public List<ScoredTrajectory> score(List<Trajectory> trajectories) throws InterruptedException {
    ScoredTrajectory[] outcomes = new ScoredTrajectory[trajectories.size()];
    return score(render(trajectories, outcomes), outcomes);
  }

  /**
   * Scores marked spans of texts that the student is to read as they are.
   *
   * @return one outcome a text, in the input's order
   * @throws InterruptedException as {@link #score}
   */
  public List<ScoredTrajectory> scoreTexts(List<RenderedText> texts) throws InterruptedException {
    List<Rendered> rendered = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      rendered.add(rendered(i, texts.get(i)));
    }
    return score(rendered, new ScoredTrajectory[texts.size()]);
  }

  private List<ScoredTrajectory> score(List<Rendered> rendered, ScoredTrajectory[] outcomes)
      throws InterruptedException {
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
        ScoringPlan.of(
            pending.stream().map(Pending::sequence).toList(),
            options.batchTokens(),
            student.lanes());
    Run run = new Run(outcomes, plan.work(), listener);
    run.report();
    new BatchQueue(student, pending)
        .run(
            plan.batches(),
            done -> {
              finish(done.results(), outcomes);
              run.finished(done.batch().work().tokensComputed());
            });
    return List.of(outcomes);
  }

  private List<Rendered> render(List<Trajectory> trajectories, ScoredTrajectory[] outcomes)
      throws InterruptedException {
    List<Rendered> rendered = new ArrayList<>();
    for (int start = 0; start < outcomes.length; start += RENDERED_AT_ONCE) {
      stopIfInterrupted();
      IntStream.range(start, Math.min(start + RENDERED_AT_ONCE, outcomes.length))
          .parallel()
          .mapToObj(i -> render(i, trajectories.get(i), outcomes))
          .flatMap(Optional::stream)
          .forEachOrdered(rendered::add);
    }
    return rendered;
  }

  /** The trajectory as text; where its template refuses it, its outcome is settled instead. */
  private Optional<Rendered> render(int index, Trajectory trajectory, ScoredTrajectory[] outcomes) {
    try {
      return Optional.of(
          rendered(index, student.renderText(trajectory.messages(), trajectory.tools())));
    } catch (StudentException e) {
      outcomes[index] = ScoredTrajectory.failed(e.getMessage());
      return Optional.empty();
    }
  }

  private Rendered rendered(int index, RenderedText text) {
    ScoreKey key =
        ScoreKey.of(student.fingerprint(), text.text(), text.responses(), options.maxLength());
    return new Rendered(index, text, key);
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

  private void finish(List<BatchPass.Result> results, ScoredTrajectory[] outcomes) {
    Map<ScoreKey, TokenScores> finished = new LinkedHashMap<>();
    for (BatchPass.Result result : results) {
      ScoredTrajectory outcome = result.outcome();
      outcomes[result.index()] = outcome;
      outcome.scores().ifPresent(scores -> finished.put(outcome.key().orElseThrow(), scores));
    }
    store.keepAll(finished);
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
