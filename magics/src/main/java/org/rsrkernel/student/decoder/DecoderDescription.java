package org.rsrkernel.student.decoder;

import java.util.List;

/**
 * One model's decoder in the terms of the shared program.
 *
 * @param ends weights before and after the layers: {@code token_embedding}, {@code final_norm.*},
 *     {@code head} (left out where it is the embedding), {@code position_embedding}
 * @param rotaries rotary embeddings that the layers choose from; empty if none rotates
 */
record DecoderDescription(
    DecoderShape shape,
    ProgramSettings settings,
    List<WeightRecipe> ends,
    List<Layer> layers,
    List<RotaryEmbedding> rotaries) {

  /**
   * One layer.
   *
   * @param window how many tokens, its own included, a token sees; 0 for all before it
   * @param rotary index of its rotary embedding
   */
  record Layer(List<WeightRecipe> weights, int window, int rotary) {}

  DecoderDescription {
    ends = List.copyOf(ends);
    layers = List.copyOf(layers);
    rotaries = List.copyOf(rotaries);
  }

  /** Whether positions are looked up in a table, which ends at the context length. */
  boolean learnsPositions() {
    return ends.stream().anyMatch(weight -> weight.name().equals("position_embedding"));
  }

  /** Length up to which sequences turn alike; longer ones must not share prefixes. */
  int sameTurnsUpTo() {
    return rotaries.stream().mapToInt(r -> r.scaling().sameUpTo()).min().orElseThrow();
  }
}
