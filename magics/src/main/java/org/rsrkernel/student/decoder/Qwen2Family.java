package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;

/** Qwen 2 and 2.5: Llama with biases on query, key and value. */
final class Qwen2Family implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("qwen2");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config);
    int[] windows = windows(config, shape);
    return new DecoderDescription(
        shape,
        ProgramSettings.likeLlama(config, shape),
        LlamaWeights.ends(shape, config.flag("tie_word_embeddings", false)),
        IntStream.range(0, shape.layers()).mapToObj(i -> layer(shape, i, windows[i])).toList(),
        List.of(RotaryConfig.of(config, shape)));
  }

  /** Qwen's windows are off unless switched on, and then begin at a layer of their own. */
  static int[] windows(ModelConfig config, DecoderShape shape) {
    if (!config.flag("use_sliding_window", false)) {
      return new int[shape.layers()];
    }
    double first = config.number("max_window_layers", 28);
    return SlidingWindows.of(config, shape.layers(), layer -> layer >= first);
  }

  private static Layer layer(DecoderShape shape, int index, int window) {
    WeightRecipes weights = LlamaWeights.layer(index);
    LlamaWeights.norms(weights, shape);
    LlamaWeights.attention(weights, shape, true, false);
    LlamaWeights.feedForward(weights, shape, false);
    return new Layer(weights.list(), window, 0);
  }
}
