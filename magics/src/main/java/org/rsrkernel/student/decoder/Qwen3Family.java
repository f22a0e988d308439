package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;

/** Qwen 3: norms over each head's query and key, heads of a size of their own. */
final class Qwen3Family implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("qwen3");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config, 128);
    int[] windows = Qwen2Family.windows(config, shape);
    return new DecoderDescription(
        shape,
        ProgramSettings.likeLlama(config, shape),
        LlamaWeights.ends(shape, config.flag("tie_word_embeddings", false)),
        IntStream.range(0, shape.layers())
            .mapToObj(i -> layer(config, shape, i, windows[i]))
            .toList(),
        List.of(RotaryConfig.of(config, shape)));
  }

  private static Layer layer(ModelConfig config, DecoderShape shape, int index, int window) {
    WeightRecipes weights = attention(config, shape, index);
    LlamaWeights.feedForward(weights, shape, false);
    return new Layer(weights.list(), window, 0);
  }

  /** Everything of a layer but its feed-forward part. */
  static WeightRecipes attention(ModelConfig config, DecoderShape shape, int index) {
    WeightRecipes weights = LlamaWeights.layer(index);
    boolean bias = config.flag("attention_bias", false);
    LlamaWeights.norms(weights, shape);
    LlamaWeights.attention(weights, shape, bias, bias);
    LlamaWeights.headNorms(weights, shape.headSize(), shape.headSize());
    return weights;
  }
}
