package org.rsrkernel.student.decoder;

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

  /** Read under the names most families use. */
  static DecoderShape of(ModelConfig config) {
    int heads = config.size("num_attention_heads");
    int hidden = config.size("hidden_size");
    return new DecoderShape(
        config.size("vocab_size"),
        hidden,
        config.size("num_hidden_layers"),
        heads,
        config.size("num_key_value_heads", heads),
        config.size("head_dim", Math.max(1, hidden / heads)),
        config.size("intermediate_size"),
        config.size("max_position_embeddings", 2048));
  }
}
