package org.rsrkernel.student.decoder;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the shared program has to know of a family beside its sizes.
 *
 * @param embeddingScale factor on embeddings, 1 in most families
 * @param attentionScale factor on query times key
 * @param attentionCap bound of attention scores through tanh; 0 for none
 * @param logitCap bound of logits through tanh; 0 for none
 * @param parallelResidual attention and feed-forward both read the layer's input
 * @param expertsPerToken experts a token goes through; 0 without experts
 * @param expertsSumToOne whether the shares of the chosen experts are scaled to sum 1
 */
record ProgramSettings(
    Norm norm,
    double normEpsilon,
    Activation activation,
    double embeddingScale,
    double attentionScale,
    double attentionCap,
    double logitCap,
    boolean parallelResidual,
    int expertsPerToken,
    boolean expertsSumToOne) {

  /** How states are normalised. */
  enum Norm {
    RMS,
    /** RMS with 1 added to its weights, all in float32. */
    RMS_PLUS_ONE,
    /** Mean taken off, with weights and biases. */
    LAYER
  }

  /** The non-linear part. */
  enum Activation {
    SILU,
    GELU,
    /** GELU's approximation by tanh. */
    GELU_TANH
  }

  /** RMS norms, SiLU, nothing scaled or capped: the Llama way. */
  static ProgramSettings of(DecoderShape shape, double normEpsilon) {
    return new ProgramSettings(
        Norm.RMS,
        normEpsilon,
        Activation.SILU,
        1,
        Math.pow(shape.headSize(), -0.5),
        0,
        0,
        false,
        0,
        false);
  }

  /** The program's attributes, under its names. */
  Map<String, Object> attributes(DecoderShape shape) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("training", false);
    attributes.put("heads", shape.heads());
    attributes.put("key_heads", shape.keyHeads());
    attributes.put("head_size", shape.headSize());
    attributes.put("norm_kind", norm.name().toLowerCase(Locale.ROOT));
    attributes.put("norm_epsilon", normEpsilon);
    attributes.put("activation", activation.name().toLowerCase(Locale.ROOT));
    attributes.put("embedding_scale", embeddingScale);
    attributes.put("attention_scale", attentionScale);
    attributes.put("attention_cap", attentionCap);
    attributes.put("logit_cap", logitCap);
    attributes.put("parallel_residual", parallelResidual);
    attributes.put("experts_per_token", expertsPerToken);
    attributes.put("experts_sum_to_one", expertsSumToOne);
    return attributes;
  }
}
