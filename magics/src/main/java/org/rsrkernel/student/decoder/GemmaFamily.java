package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;
import org.rsrkernel.student.decoder.ProgramSettings.Norm;

/** Gemma 1: norms that add 1 to their weights, GELU, scaled embeddings. */
final class GemmaFamily implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("gemma");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config, 256);
    return new DecoderDescription(
        shape,
        settings(config, shape),
        LlamaWeights.ends(shape, config.flag("tie_word_embeddings", true)),
        IntStream.range(0, shape.layers()).mapToObj(i -> layer(config, shape, i)).toList(),
        List.of(RotaryConfig.of(config, shape)));
  }

  /** What all Gemmas share. */
  static ProgramSettings settings(ModelConfig config, DecoderShape shape) {
    return ProgramSettings.likeLlama(config, shape)
        .norm(Norm.RMS_PLUS_ONE)
        .activation(Activation.GELU_TANH)
        .embeddingScale(Math.sqrt(shape.hidden()));
  }

  private static Layer layer(ModelConfig config, DecoderShape shape, int index) {
    WeightRecipes weights = LlamaWeights.layer(index);
    boolean bias = config.flag("attention_bias", false);
    LlamaWeights.norms(weights, shape);
    LlamaWeights.attention(weights, shape, bias, bias);
    LlamaWeights.feedForward(weights, shape, false);
    return new Layer(weights.list(), 0, 0);
  }
}
