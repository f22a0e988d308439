package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;

/** Llama 1 to 3.3 and what is built like it: SmolLM2, TinyLlama, Yi. */
final class LlamaFamily implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("llama");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config);
    return new DecoderDescription(
        shape,
        ProgramSettings.likeLlama(config, shape),
        LlamaWeights.ends(shape, config.flag("tie_word_embeddings", false)),
        IntStream.range(0, shape.layers()).mapToObj(i -> layer(config, shape, i)).toList(),
        List.of(RotaryConfig.of(config, shape)));
  }

  private static Layer layer(ModelConfig config, DecoderShape shape, int index) {
    WeightRecipes weights = LlamaWeights.layer(index);
    boolean attentionBias = config.flag("attention_bias", false);
    LlamaWeights.norms(weights, shape);
    LlamaWeights.attention(weights, shape, attentionBias, attentionBias);
    LlamaWeights.feedForward(weights, shape, config.flag("mlp_bias", false));
    return new Layer(weights.list(), 0, 0);
  }
}
