package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;

/**
 * Gemma 3, text: norms over heads; five layers with a window to one without, which turn by
 * different bases.
 */
final class Gemma3Family implements DecoderFamily {

  private static final int FULL_ROTARY = 0;
  private static final int SLIDING_ROTARY = 1;

  @Override
  public Set<String> modelTypes() {
    return Set.of("gemma3_text");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config, 256);
    int fullEvery = config.size("sliding_window_pattern", 6);
    int[] windows =
        SlidingWindows.of(config, shape.layers(), layer -> (layer + 1) % fullEvery != 0);
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
            .mapToObj(i -> layer(config, shape, i, windows[i]))
            .toList(),
        rotaries(config, shape));
  }

  private static Layer layer(ModelConfig config, DecoderShape shape, int index, int window) {
    WeightRecipes weights = Gemma2Family.weights(config, shape, index);
    LlamaWeights.headNorms(weights, shape.headSize(), shape.headSize());
    return new Layer(weights.list(), window, window > 0 ? SLIDING_ROTARY : FULL_ROTARY);
  }

  /** Scaling concerns the layers without a window alone. */
  private static List<RotaryEmbedding> rotaries(ModelConfig config, DecoderShape shape) {
    Optional<ModelConfig> given = RotaryConfig.parameters(config);
    Optional<ModelConfig> full =
        given.flatMap(rope -> rope.object("full_attention")).or(() -> given);
    Optional<ModelConfig> sliding = given.flatMap(rope -> rope.object(SlidingWindows.SLIDING));
    return List.of(
        RotaryConfig.ofLayers(
            config, full.orElseGet(config::empty), config.number("rope_theta", 1_000_000), shape),
        RotaryConfig.ofLayers(
            config,
            sliding.orElseGet(config::empty),
            config.number("rope_local_base_freq", 10_000),
            shape));
  }
}
