package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;
import org.rsrkernel.student.decoder.ProgramSettings.Norm;

/** OLMo 2: norms behind attention and feed-forward, none before; norms over all heads at once. */
final class Olmo2Family implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("olmo2");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config);
    return new DecoderDescription(
        shape,
        ProgramSettings.likeLlama(config, shape).norm(Norm.RMS_WIDE),
        LlamaWeights.ends(shape, config.flag("tie_word_embeddings", false)),
        IntStream.range(0, shape.layers()).mapToObj(i -> layer(config, shape, i)).toList(),
        List.of(RotaryConfig.of(config, shape)));
  }

  private static Layer layer(ModelConfig config, DecoderShape shape, int index) {
    WeightRecipes weights = LlamaWeights.layer(index);
    boolean bias = config.flag("attention_bias", false);
    weights
        .take("attention_post_norm.weight", "post_attention_layernorm.weight", shape.hidden())
        .take("feed_forward_post_norm.weight", "post_feedforward_layernorm.weight", shape.hidden());
    LlamaWeights.attention(weights, shape, bias, bias);
    LlamaWeights.headNorms(
        weights, shape.heads() * shape.headSize(), shape.keyHeads() * shape.headSize());
    LlamaWeights.feedForward(weights, shape, false);
    return new Layer(weights.list(), 0, 0);
  }
}
