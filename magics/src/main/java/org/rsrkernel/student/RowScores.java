package org.rsrkernel.student;

/**
 * What the student thinks of each scored row's target token. Arrays of shape [S], not copied: the
 * one who made them gives them away.
 *
 * @param rank 1 + number of larger logits, unclipped; ties share the smaller rank
 * @param surprisal -ln p(target), nats
 * @param entropy of the student's distribution, nats
 * @param squareSum Σ p², the distribution's collision probability
 */
@SuppressWarnings("ArrayRecordComponent") // a bundle of four results, never compared
public record RowScores(int[] rank, float[] surprisal, float[] entropy, float[] squareSum) {}
