package org.rsrkernel.student.decoder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the shared program has to know of a family beside its sizes. Begins as Llama has it: RMS
 * norms, SiLU, nothing scaled or capped.
 */
final class ProgramSettings {

  /** How states are normalised. */
  enum Norm {
    /** Rounded to the computing type before it is multiplied with its weights. */
    RMS,
    /** Rounded once, after that. */
    RMS_WIDE,
    /** RMS with 1 added to its weights, all in float32. */
    RMS_PLUS_ONE,
    /** Mean taken off, with weights and biases. */
    LAYER
  }

  private final Map<String, Object> attributes = new LinkedHashMap<>();

  ProgramSettings(DecoderShape shape, double normEpsilon) {
    attributes.put("training", false);
    attributes.put("heads", shape.heads());
    attributes.put("key_heads", shape.keyHeads());
    attributes.put("head_size", shape.headSize());
    attributes.put("norm_epsilon", normEpsilon);
    attributes.put("parallel_residual", false);
    attributes.put("attention_cap", 0.0);
    attributes.put("logit_cap", 0.0);
    norm(Norm.RMS);
    activation(Activation.SILU);
    embeddingScale(1);
    attentionScale(Math.pow(shape.headSize(), -0.5));
    experts(0, false);
  }

  /** Settings of a family that calls its norm's epsilon and its activation as Llama does. */
  static ProgramSettings likeLlama(ModelConfig config, DecoderShape shape) {
    return new ProgramSettings(shape, config.numberWithin("rms_norm_eps", 1e-6, 0, 1))
        .activation(Activation.of(config, "hidden_act", "silu"));
  }

  ProgramSettings norm(Norm norm) {
    return put("norm_kind", norm.name().toLowerCase(Locale.ROOT));
  }

  ProgramSettings activation(Activation activation) {
    return put("activation", activation.name().toLowerCase(Locale.ROOT));
  }

  /** Factor on embeddings. */
  ProgramSettings embeddingScale(double factor) {
    return put("embedding_scale", factor);
  }

  /** Factor on query times key. */
  ProgramSettings attentionScale(double factor) {
    return put("attention_scale", factor);
  }

  /** Bounds, through tanh, of attention scores and of logits; 0 for none. */
  ProgramSettings caps(double attention, double logits) {
    put("attention_cap", attention);
    return put("logit_cap", logits);
  }

  /**
   * Whether a GPU can take all segments of a batch at once. Its kernel knows no bounds on scores,
   * and reads heads in steps of 16 bytes.
   */
  boolean segmentsAtOnce() {
    return unboundedAttention() && (int) attributes.get("head_size") % 8 == 0;
  }

  /** Whether scores of the attention have no bounds. */
  boolean unboundedAttention() {
    return attributes.get("attention_cap").equals(0.0);
  }

  /** Attention and feed-forward both read the layer's input. */
  ProgramSettings parallelResidual(boolean parallel) {
    return put("parallel_residual", parallel);
  }

  /**
   * A feed-forward part of experts.
   *
   * @param sumToOne whether the shares of the chosen experts are scaled to sum 1
   */
  ProgramSettings experts(int perToken, boolean sumToOne) {
    put("experts_per_token", perToken);
    return put("experts_sum_to_one", sumToOne);
  }

  /** The program's attributes, under its names. */
  Map<String, Object> attributes() {
    return Collections.unmodifiableMap(attributes);
  }

  private ProgramSettings put(String attribute, Object value) {
    attributes.put(attribute, value);
    return this;
  }
}
