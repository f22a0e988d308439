package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;

/** Gemma 2: capped attention and logits, norms on both sides, a window in every other layer. */
final class Gemma2Family implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("gemma2");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config, 256);
    int[] windows = SlidingWindows.of(config, shape.layers(), layer -> layer % 2 == 0);
    ProgramSettings settings =
        GemmaFamily.settings(config, shape)
            .attentionScale(Math.pow(config.number("query_pre_attn_scalar", 256), -0.5))
            .caps(
                config.number("attn_logit_softcapping", 0),
                config.number("final_logit_softcapping", 0));
    return new DecoderDescription(
        shape,
        settings,
        LlamaWeights.ends(shape, config.flag("tie_word_embeddings", true)),
        IntStream.range(0, shape.layers())
            .mapToObj(i -> new Layer(weights(config, shape, i).list(), windows[i], 0))
            .toList(),
        List.of(RotaryConfig.of(config, shape)));
  }

  /** A layer of Gemma 2, and of Gemma 3 but for its norms over heads. */
  static WeightRecipes weights(ModelConfig config, DecoderShape shape, int index) {
    WeightRecipes weights = LlamaWeights.layer(index);
    boolean bias = config.flag("attention_bias", false);
    weights
        .take("attention_norm.weight", "input_layernorm.weight", shape.hidden())
        .take("attention_post_norm.weight", "post_attention_layernorm.weight", shape.hidden())
        .take("feed_forward_norm.weight", "pre_feedforward_layernorm.weight", shape.hidden())
        .take("feed_forward_post_norm.weight", "post_feedforward_layernorm.weight", shape.hidden());
    LlamaWeights.attention(weights, shape, bias, bias);
    LlamaWeights.feedForward(weights, shape, false);
    return weights;
  }
}
