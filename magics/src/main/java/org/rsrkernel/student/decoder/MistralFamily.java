package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;

/** Mistral: Llama with a sliding window in every layer. */
final class MistralFamily implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("mistral");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config);
    int[] windows = SlidingWindows.of(config, shape.layers(), layer -> true);
    return new DecoderDescription(
        shape,
        ProgramSettings.likeLlama(config, shape),
        LlamaWeights.ends(shape, config.flag("tie_word_embeddings", false)),
        IntStream.range(0, shape.layers()).mapToObj(i -> layer(shape, i, windows[i])).toList(),
        List.of(RotaryConfig.of(config, shape)));
  }

  private static Layer layer(DecoderShape shape, int index, int window) {
    WeightRecipes weights = LlamaWeights.layer(index);
    LlamaWeights.norms(weights, shape);
    LlamaWeights.attention(weights, shape, false, false);
    LlamaWeights.feedForward(weights, shape, false);
    return new Layer(weights.list(), window, 0);
  }
}
