package org.rsrkernel.student.decoder;

import org.rsrkernel.student.StudentException;

/**
 * Sizes that every decoder has.
 *
 * @param vocabulary width of the logits
 * @param hidden width of a token's state
 * @param keyHeads key and value heads, a divisor of {@code heads}
 * @param headSize width of one head
 * @param inner width inside the feed-forward part
 * @param contextLength most tokens the student was made for
 */
record DecoderShape(
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int keyHeads,
    int headSize,
    int inner,
    int contextLength) {

  /** Eight times those of the deepest model in use; each is described before weights are read. */
  private static final int MAX_LAYERS = 1024;

  DecoderShape {
    if (layers > MAX_LAYERS) {
      throw new StudentException(
          "config.json asks for %d layers, but at most %d are supported"
              .formatted(layers, MAX_LAYERS));
    }
    if (heads % keyHeads != 0) {
      throw new StudentException(
          "%d heads cannot share %d key heads: config.json contradicts itself"
              .formatted(heads, keyHeads));
    }
  }

  /** Read under the names most families use; heads share the hidden size unless told. */
  static DecoderShape of(ModelConfig config) {
    return of(config, Math.max(1, config.size("hidden_size") / config.size("num_attention_heads")));
  }

  /** Read under the names most families use. */
  static DecoderShape of(ModelConfig config, int headSizeByDefault) {
    int heads = config.size("num_attention_heads");
    return new DecoderShape(
        config.size("vocab_size"),
        config.size("hidden_size"),
        config.size("num_hidden_layers"),
        heads,
        config.size("num_key_value_heads", heads),
        config.size("head_dim", headSizeByDefault),
        config.size("intermediate_size"),
        config.size("max_position_embeddings", 2048));
  }
}
