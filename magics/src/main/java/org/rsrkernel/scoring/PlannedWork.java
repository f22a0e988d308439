package org.rsrkernel.scoring;

import org.rsrkernel.student.PackedBatch;

/**
 * What is to be computed, in numbers.
 *
 * @param tokensIn tokens of the sequences as given, prompts included
 * @param tokensComputed tokens that go through the student: shared prefixes once
 * @param logitsComputed rows of the whole vocabulary's logits: those that predict response tokens
 * @param pairsAttended a token and one that it sees, itself included
 */
public record PlannedWork(
    long tokensIn, long tokensComputed, long logitsComputed, long pairsAttended) {

  static final PlannedWork NONE = new PlannedWork(0, 0, 0, 0);

  /** What one batch comes to. */
  static PlannedWork of(long tokensIn, PackedBatch batch) {
    long pairs = 0;
    for (int position : batch.positions()) {
      pairs += position + 1;
    }
    return new PlannedWork(tokensIn, batch.tokens(), batch.rows(), pairs);
  }

  PlannedWork plus(PlannedWork other) {
    return new PlannedWork(
        tokensIn + other.tokensIn,
        tokensComputed + other.tokensComputed,
        logitsComputed + other.logitsComputed,
        pairsAttended + other.pairsAttended);
  }
}
