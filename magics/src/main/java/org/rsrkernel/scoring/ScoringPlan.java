package org.rsrkernel.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a run will compute, before it runs: which sequences go through the student together.
 *
 * <p>Sequences are put in lexicographic order, where those that share a prefix are neighbours, and
 * cut into batches of at most a given number of computed tokens; a prefix shared across a cut is
 * computed once more. Where passes run side by side, batches are small enough that all lanes end
 * about together. The largest batch comes first, so that a lack of memory shows at once.
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
    int tokens = Math.min(batchTokens, tokensForEven(lanes, order, sequences));
    for (List<Integer> members : cut(order, sequences, tokens)) {
      batches.add(batch(members, sequences));
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

  private static List<List<Integer>> cut(
      List<Integer> order, List<TokenSequence> sequences, int batchTokens) {
    List<List<Integer>> cuts = new ArrayList<>();
    List<Integer> members = new ArrayList<>();
    int tokens = 0;
    for (int index : order) {
      TokenSequence sequence = sequences.get(index);
      int added = sequence.computedLength();
      if (!members.isEmpty()) {
        TokenSequence previous = sequences.get(members.get(members.size() - 1));
        added = lengthBehind(previous, sequence);
        if (tokens + added > batchTokens || sequence.alone() || previous.alone()) {
          cuts.add(List.copyOf(members));
          members.clear();
          tokens = 0;
          added = sequence.computedLength();
        }
      }
      members.add(index);
      tokens += added;
    }
    if (!members.isEmpty()) {
      cuts.add(List.copyOf(members));
    }
    return cuts;
  }

  /** Tokens that a sequence adds to a batch which computes the previous one. */
  private static int lengthBehind(TokenSequence previous, TokenSequence sequence) {
    return sequence.computedLength() - sequence.sharedPrefix(previous);
  }

  private static Batch batch(List<Integer> members, List<TokenSequence> sequences) {
    List<TokenSequence> own = members.stream().map(sequences::get).toList();
    long tokensIn = own.stream().mapToLong(sequence -> sequence.tokenIds().length).sum();
    return new Batch(members, PlannedWork.of(tokensIn, new PrefixForest(own).layout().batch()));
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
