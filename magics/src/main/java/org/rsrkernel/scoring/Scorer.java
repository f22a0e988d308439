package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntFunction;
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

  private static final int AT_ONCE = 256;

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

  /** A trajectory's place in the input, and where its scores are or will be kept. */
  private record Place(int index, ScoreKey key) {}

  /**
   * Scores every trajectory.
   *
   * @return one outcome a trajectory, in the input's order; one that fails has its reason as status
   *     and stops nothing
   * @throws InterruptedException if the thread was interrupted; finished batches stay in the store
   */
  public List<ScoredTrajectory> score(List<Trajectory> trajectories) throws InterruptedException {
    return score(trajectories, (index, outcome) -> outcome);
  }

  /**
   * Scores every trajectory and keeps in memory only what is read of each outcome.
   *
   * @return what was read, one a trajectory, in the input's order
   * @throws InterruptedException as {@link #score(List)}
   */
  public <T> List<T> score(List<Trajectory> trajectories, OutcomeReader<T> reader)
      throws InterruptedException {
    return score(
        index -> {
          Trajectory trajectory = trajectories.get(index);
          return student.renderText(trajectory.messages(), trajectory.tools());
        },
        new Outcomes<>(trajectories.size(), reader));
  }

  /**
   * Scores marked spans of texts that the student is to read as they are.
   *
   * @return one outcome a text, in the input's order
   * @throws InterruptedException as {@link #score(List)}
   */
  public List<ScoredTrajectory> scoreTexts(List<RenderedText> texts) throws InterruptedException {
    return score(texts::get, new Outcomes<>(texts.size(), (index, outcome) -> outcome));
  }

  /**
   * @param texts by their place in the input. Where scores are kept, a text is needed for its key
   *     alone; where they are not, it is made again, which is little beside its pass.
   */
  private <T> List<T> score(IntFunction<RenderedText> texts, Outcomes<T> outcomes)
      throws InterruptedException {
    List<Place> places = places(texts, outcomes);
    settleStored(places, outcomes);
    List<Pending> pending = pending(places, texts, outcomes);
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
    return outcomes.all();
  }

  /** Keys of all that can be rendered; where a template refuses, the outcome is settled instead. */
  private List<Place> places(IntFunction<RenderedText> texts, Outcomes<?> outcomes)
      throws InterruptedException {
    List<Integer> all = IntStream.range(0, outcomes.trajectories()).boxed().toList();
    return inParallel(
        all, index -> rendered(index, texts, outcomes).map(text -> new Place(index, key(text))));
  }

  private static Optional<RenderedText> rendered(
      int index, IntFunction<RenderedText> texts, Outcomes<?> outcomes) {
    try {
      return Optional.of(texts.apply(index));
    } catch (StudentException e) {
      outcomes.settle(index, ScoredTrajectory.failed(e.getMessage()));
      return Optional.empty();
    }
  }

  private ScoreKey key(RenderedText text) {
    return ScoreKey.of(student.fingerprint(), text.text(), text.responses(), options.maxLength());
  }

  private void settleStored(List<Place> places, Outcomes<?> outcomes) throws InterruptedException {
    Map<ScoreKey, List<Integer>> indices = new HashMap<>();
    for (Place place : places) {
      indices.computeIfAbsent(place.key(), key -> new ArrayList<>(1)).add(place.index());
    }
    Thread caller = Thread.currentThread();
    try {
      store.find(
          indices.keySet(),
          (key, scores) -> {
            if (caller.isInterrupted()) {
              throw new CancellationException();
            }
            indices
                .get(key)
                .forEach(index -> outcomes.settle(index, ScoredTrajectory.of(key, scores)));
          });
    } catch (CancellationException e) {
      stopIfInterrupted();
    }
  }

  private List<Pending> pending(
      List<Place> places, IntFunction<RenderedText> texts, Outcomes<?> outcomes)
      throws InterruptedException {
    List<Place> unknown =
        places.stream().filter(place -> !outcomes.isSettled(place.index())).toList();
    return inParallel(
        unknown,
        place ->
            rendered(place.index(), texts, outcomes)
                .flatMap(text -> tokenize(place, text, outcomes)));
  }

  /** What is made of the elements, in their order; an interrupt is noticed now and then. */
  private static <E, R> List<R> inParallel(List<E> elements, Function<E, Optional<R>> step)
      throws InterruptedException {
    List<R> made = new ArrayList<>();
    for (int start = 0; start < elements.size(); start += AT_ONCE) {
      stopIfInterrupted();
      elements.subList(start, Math.min(start + AT_ONCE, elements.size())).parallelStream()
          .map(step)
          .flatMap(Optional::stream)
          .forEachOrdered(made::add);
    }
    return made;
  }

  /** The sequence to compute; without a response its outcome is settled instead. */
  private Optional<Pending> tokenize(Place place, RenderedText text, Outcomes<?> outcomes) {
    RenderedConversation conversation;
    try {
      conversation = student.tokenize(text);
    } catch (StudentException e) {
      outcomes.settle(place.index(), ScoredTrajectory.failed(e.getMessage()));
      return Optional.empty();
    }
    TokenSequence sequence =
        TokenSequence.of(conversation.tokenIds(), conversation.responses(), options.maxLength());
    if (!sequence.hasResponse()) {
      outcomes.settle(place.index(), ScoredTrajectory.withoutResponse());
      return Optional.empty();
    }
    if (sequence.tokenIds().length > student.sharesPrefixesUpTo()) {
      sequence = sequence.aloneAndWhole();
    }
    return Optional.of(new Pending(place.index(), sequence, place.key()));
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("scoring was interrupted");
    }
  }

  private void finish(List<BatchPass.Result> results, Outcomes<?> outcomes) {
    Map<ScoreKey, TokenScores> finished = new LinkedHashMap<>();
    for (BatchPass.Result result : results) {
      ScoredTrajectory outcome = result.outcome();
      outcome.scores().ifPresent(scores -> finished.put(outcome.key().orElseThrow(), scores));
    }
    store.keepAll(finished);
    results.forEach(result -> outcomes.settle(result.index(), result.outcome()));
  }

  /** Counts what a run has done and tells its listener. */
  private static final class Run {
    private final Outcomes<?> outcomes;
    private final int cached;
    private final PlannedWork work;
    private final ScoringProgress.Listener listener;
    private final long startNanos = System.nanoTime();
    private long tokensComputed;

    private Run(Outcomes<?> outcomes, PlannedWork work, ScoringProgress.Listener listener) {
      this.outcomes = outcomes;
      this.work = work;
      this.listener = listener;
      this.cached = outcomes.withScores();
    }

    private void finished(long tokens) {
      tokensComputed += tokens;
      report();
    }

    private void report() {
      int settled = outcomes.settled();
      listener.onProgress(
          new ScoringProgress(
              outcomes.trajectories(),
              settled,
              settled - outcomes.withScores(),
              cached,
              work,
              tokensComputed,
              System.nanoTime() - startNanos));
    }
  }
}
