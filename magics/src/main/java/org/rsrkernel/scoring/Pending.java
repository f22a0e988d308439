package org.rsrkernel.scoring;

/**
 * A trajectory on its way through the student.
 *
 * @param index its place in the input
 * @param key under which its scores will be kept
 */
record Pending(int index, TokenSequence sequence, ScoreKey key) {}
