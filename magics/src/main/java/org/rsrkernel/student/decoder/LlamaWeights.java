package org.rsrkernel.student.decoder;

import static org.rsrkernel.student.decoder.WeightRecipes.piece;

import java.util.List;

/** Names and shapes of weights that Llama gave to most later families. */
final class LlamaWeights {

  private LlamaWeights() {}

  /** Embedding, last norm and, unless tied to the embedding, the head. */
  static List<WeightRecipe> ends(DecoderShape shape, boolean tiedHead) {
    WeightRecipes ends =
        new WeightRecipes("")
            .take(
                "token_embedding", "model.embed_tokens.weight", shape.vocabulary(), shape.hidden())
            .take("final_norm.weight", "model.norm.weight", shape.hidden());
    if (!tiedHead) {
      ends.take("head", "lm_head.weight", shape.vocabulary(), shape.hidden());
    }
    return ends.list();
  }

  /** The recipes of one layer, still empty. */
  static WeightRecipes layer(int index) {
    return new WeightRecipes("model.layers." + index + ".");
  }

  /** Norms before attention and before the feed-forward part. */
  static void norms(WeightRecipes layer, DecoderShape shape) {
    layer
        .take("attention_norm.weight", "input_layernorm.weight", shape.hidden())
        .take("feed_forward_norm.weight", "post_attention_layernorm.weight", shape.hidden());
  }

  /** Query, key and value in one product, and the output. */
  static void attention(
      WeightRecipes layer, DecoderShape shape, boolean inputBias, boolean outputBias) {
    int queries = shape.heads() * shape.headSize();
    int keys = shape.keyHeads() * shape.headSize();
    layer.fuse(
        "qkv.weight",
        List.of(
            piece("self_attn.q_proj.weight", queries),
            piece("self_attn.k_proj.weight", keys),
            piece("self_attn.v_proj.weight", keys)),
        shape.hidden());
    if (inputBias) {
      layer.fuse(
          "qkv.bias",
          List.of(
              piece("self_attn.q_proj.bias", queries),
              piece("self_attn.k_proj.bias", keys),
              piece("self_attn.v_proj.bias", keys)));
    }
    layer.take("output.weight", "self_attn.o_proj.weight", shape.hidden(), queries);
    if (outputBias) {
      layer.take("output.bias", "self_attn.o_proj.bias", shape.hidden());
    }
  }

  /**
   * Norms over queries and keys.
   *
   * @param queryWidth values normed together: a head, or all of them
   */
  static void headNorms(WeightRecipes layer, int queryWidth, int keyWidth) {
    layer
        .take("query_norm.weight", "self_attn.q_norm.weight", queryWidth)
        .take("key_norm.weight", "self_attn.k_norm.weight", keyWidth);
  }

  /** Gate and up in one product, and down. */
  static void feedForward(WeightRecipes layer, DecoderShape shape, boolean bias) {
    layer
        .fuse(
            "gate_up.weight",
            List.of(
                piece("mlp.gate_proj.weight", shape.inner()),
                piece("mlp.up_proj.weight", shape.inner())),
            shape.hidden())
        .take("down.weight", "mlp.down_proj.weight", shape.hidden(), shape.inner());
    if (bias) {
      layer
          .fuse(
              "gate_up.bias",
              List.of(
                  piece("mlp.gate_proj.bias", shape.inner()),
                  piece("mlp.up_proj.bias", shape.inner())))
          .take("down.bias", "mlp.down_proj.bias", shape.hidden());
    }
  }
}
