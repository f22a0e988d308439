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
 * computed once more. The largest batch comes first, so that a lack of memory shows at once.
 */
public final class ScoringPlan {

  private final List<Batch> batches;
  private final long tokensIn;

  /**
   * Sequences that are computed together.
   *
   * @param members indices of the sequences as they were given to the plan, in lexicographic order
   * @param tokens tokens that the batch computes, short shared runs aside
   */
  record Batch(List<Integer> members, int tokens) {}

  private ScoringPlan(List<Batch> batches, long tokensIn) {
    this.batches = List.copyOf(batches);
    this.tokensIn = tokensIn;
  }

  /**
   * @param sequences all with a response
   * @param batchTokens most tokens a batch computes; a longer sequence is a batch of its own
   */
  static ScoringPlan of(List<TokenSequence> sequences, int batchTokens) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> compare(sequences.get(a), sequences.get(b)));
    List<Batch> batches = new ArrayList<>();
    List<Integer> members = new ArrayList<>();
    int tokens = 0;
    for (int index : order) {
      TokenSequence sequence = sequences.get(index);
      int added = sequence.computedLength();
      if (!members.isEmpty()) {
        TokenSequence previous = sequences.get(members.get(members.size() - 1));
        added -= sequence.sharedPrefix(previous);
        if (tokens + added > batchTokens || sequence.alone() || previous.alone()) {
          batches.add(new Batch(List.copyOf(members), tokens));
          members.clear();
          tokens = 0;
          added = sequence.computedLength();
        }
      }
      members.add(index);
      tokens += added;
    }
    if (!members.isEmpty()) {
      batches.add(new Batch(List.copyOf(members), tokens));
    }
    batches.sort(Comparator.comparingInt(Batch::tokens).reversed());
    return new ScoringPlan(
        batches, sequences.stream().mapToLong(sequence -> sequence.tokenIds().length).sum());
  }

  private static int compare(TokenSequence a, TokenSequence b) {
    return Arrays.compare(a.tokenIds(), 0, a.computedLength(), b.tokenIds(), 0, b.computedLength());
  }

  List<Batch> batches() {
    return batches;
  }

  /** Tokens of all sequences as given, prompts included. */
  public long tokensIn() {
    return tokensIn;
  }

  /** Tokens that go through the student. */
  public long tokensComputed() {
    return batches.stream().mapToLong(Batch::tokens).sum();
  }
}
