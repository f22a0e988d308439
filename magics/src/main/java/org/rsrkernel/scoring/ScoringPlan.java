package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a run will compute, before it runs: which sequences go through the student together.
 *
 * <p>Sequences are put in lexicographic order, where those that share a prefix are neighbours, and
 * cut into batches of at most a given number of computed tokens. A prefix shared across a cut is
 * computed once more, so cuts are made where neighbours share least. Where passes run side by side,
 * batches are small enough that all lanes end about together. The largest batch comes first, so
 * that a lack of memory shows at once.
 */
public final class ScoringPlan {

  private static final int BATCHES_A_LANE = 4;
  private static final int SMALLEST_CUT = 512; // below it a pass is less than its overhead allows

  private final List<Batch> batches;

  /**
   * Sequences that are computed together.
   *
   * @param members indices of the sequences as they were given to the plan, in lexicographic order
   */
  record Batch(List<Integer> members, PlannedWork work) {}

  private ScoringPlan(List<Batch> batches) {
    this.batches = List.copyOf(batches);
  }

  /**
   * @param sequences all with a response
   * @param batchTokens most tokens a batch computes; a longer sequence is a batch of its own
   * @param lanes how many batches may be computed at a time
   */
  static ScoringPlan of(List<TokenSequence> sequences, int batchTokens, int lanes) {
    List<Batch> batches = new ArrayList<>();
    List<Integer> order = inOrder(sequences);
    int aim = Math.min(batchTokens, tokensForEven(lanes, order, sequences));
    int most = (int) Math.min(batchTokens, 4L * aim / 3);
    for (int start = 0, end; start < order.size(); start = end) {
      end = endOfBatch(start, order, sequences, aim, most);
      batches.add(batch(order.subList(start, end), sequences));
    }
    batches.sort(
        Comparator.comparingLong((Batch batch) -> batch.work().tokensComputed()).reversed());
    return new ScoringPlan(batches);
  }

  private static List<Integer> inOrder(List<TokenSequence> sequences) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> compare(sequences.get(a), sequences.get(b)));
    return order;
  }

  /** As many as give every lane several batches. */
  private static int tokensForEven(int lanes, List<Integer> order, List<TokenSequence> sequences) {
    if (lanes == 1) {
      return Integer.MAX_VALUE;
    }
    long all = order.isEmpty() ? 0 : sequences.get(order.get(0)).computedLength();
    for (int i = 1; i < order.size(); i++) {
      all += lengthBehind(sequences.get(order.get(i - 1)), sequences.get(order.get(i)));
    }
    long even = all / ((long) BATCHES_A_LANE * lanes) + 1;
    return (int) Math.max(SMALLEST_CUT, Math.min(Integer.MAX_VALUE, even));
  }

  /**
   * Where the batch that begins at {@code start} ends: where neighbours share least, from three
   * quarters of the tokens aimed at on, and of such places the last before the aim is reached.
   */
  private static int endOfBatch(
      int start, List<Integer> order, List<TokenSequence> sequences, int aim, int most) {
    int end = start;
    int leastShared = Integer.MAX_VALUE;
    int tokens = sequences.get(order.get(start)).computedLength();
    for (int next = start + 1; next < order.size(); next++) {
      TokenSequence previous = sequences.get(order.get(next - 1));
      TokenSequence sequence = sequences.get(order.get(next));
      if (sequence.alone() || previous.alone()) {
        return next;
      }
      int shared = sequence.sharedPrefix(previous);
      if (tokens >= 3L * aim / 4
          && (shared < leastShared || shared == leastShared && tokens <= aim)) {
        end = next;
        leastShared = shared;
      }
      tokens += lengthBehind(previous, sequence);
      if (tokens > most) {
        return end == start ? next : end;
      }
    }
    return order.size();
  }

  /** Tokens that a sequence adds to a batch which computes the previous one. */
  private static int lengthBehind(TokenSequence previous, TokenSequence sequence) {
    return sequence.computedLength() - sequence.sharedPrefix(previous);
  }

  private static Batch batch(List<Integer> members, List<TokenSequence> sequences) {
    List<TokenSequence> own = members.stream().map(sequences::get).toList();
    long tokensIn = own.stream().mapToLong(sequence -> sequence.tokenIds().length).sum();
    return new Batch(
        List.copyOf(members), PlannedWork.of(tokensIn, new PrefixForest(own).layout().batch()));
  }

  private static int compare(TokenSequence a, TokenSequence b) {
    return Arrays.compare(a.tokenIds(), 0, a.computedLength(), b.tokenIds(), 0, b.computedLength());
  }

  List<Batch> batches() {
    return batches;
  }

  /** What the whole run computes. */
  public PlannedWork work() {
    return batches.stream().map(Batch::work).reduce(PlannedWork.NONE, PlannedWork::plus);
  }
}
