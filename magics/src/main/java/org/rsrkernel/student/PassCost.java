package org.rsrkernel.student;

/**
 * What a pass cannot do without: floating-point operations of its products, a multiplication and an
 * addition counting as two, and memory.
 *
 * @param perToken products with the layers' weights
 * @param perPair attention of one token to one token that it sees, in all layers
 * @param perLogits one row of logits
 * @param valuesPerToken numbers held at a time for each token, about
 */
public record PassCost(double perToken, double perPair, double perLogits, long valuesPerToken) {

  /** Operations of a pass over that many tokens, attended pairs and rows of logits. */
  public double of(long tokens, long pairs, long logits) {
    return perToken * tokens + perPair * pairs + perLogits * logits;
  }
}
