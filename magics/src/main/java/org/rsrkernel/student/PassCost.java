package org.rsrkernel.student;

/**
 * Floating-point operations that a pass cannot do without: those of its products, a multiplication
 * and an addition counting as two.
 *
 * @param perToken products with the layers' weights
 * @param perPair attention of one token to one token that it sees, in all layers
 * @param perLogits one row of logits
 */
public record PassCost(double perToken, double perPair, double perLogits) {

  /** Operations of a pass over that many tokens, attended pairs and rows of logits. */
  public double of(long tokens, long pairs, long logits) {
    return perToken * tokens + perPair * pairs + perLogits * logits;
  }
}
