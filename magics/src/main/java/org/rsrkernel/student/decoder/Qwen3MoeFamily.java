package org.rsrkernel.student.decoder;

import static org.rsrkernel.student.decoder.WeightRecipes.piece;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;

/** Qwen 3 with experts: every token goes through a few of many small feed-forward parts. */
final class Qwen3MoeFamily implements DecoderFamily {

  private static final int MAX_EXPERTS = 1 << 17; // of all layers; ten times the largest model's

  @Override
  public Set<String> modelTypes() {
    return Set.of("qwen3_moe");
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config);
    if ((long) shape.layers() * count(config) > MAX_EXPERTS) {
      throw new StudentException(
          "%s: %d layers of %d experts are more than the %d experts that are supported"
              .formatted(config.student(), shape.layers(), count(config), MAX_EXPERTS));
    }
    int window = config.flag("use_sliding_window", false) ? config.size("sliding_window", 4096) : 0;
    ProgramSettings settings =
        ProgramSettings.likeLlama(config, shape)
            .experts(perToken(config), config.flag("norm_topk_prob", false));
    return new DecoderDescription(
        shape,
        settings,
        LlamaWeights.ends(shape, config.flag("tie_word_embeddings", false)),
        IntStream.range(0, shape.layers()).mapToObj(i -> layer(config, shape, i, window)).toList(),
        List.of(RotaryConfig.of(config, shape)));
  }

  /** Newer files call it otherwise. */
  private static int count(ModelConfig config) {
    return config.size(config.has("num_local_experts") ? "num_local_experts" : "num_experts");
  }

  private static int perToken(ModelConfig config) {
    int perToken = config.size("num_experts_per_tok", 8);
    if (perToken > count(config)) {
      throw new StudentException(
          "%s: a token goes through %d experts, but there are %d"
              .formatted(config.student(), perToken, count(config)));
    }
    return perToken;
  }

  private static Layer layer(ModelConfig config, DecoderShape shape, int index, int window) {
    WeightRecipes weights = Qwen3Family.attention(config, shape, index);
    boolean dense =
        config.numbers("mlp_only_layers").contains((double) index)
            || (index + 1) % config.size("decoder_sparse_step", 1) != 0;
    if (dense) {
      LlamaWeights.feedForward(weights, shape, false);
    } else {
      experts(weights, shape, count(config), config.size("moe_intermediate_size"));
    }
    return new Layer(weights.list(), window, 0);
  }

  private static void experts(WeightRecipes weights, DecoderShape shape, int count, int inner) {
    weights
        .take("router.weight", "mlp.gate.weight", count, shape.hidden())
        .fuse(
            "experts.gate_up.weight",
            IntStream.range(0, count)
                .boxed()
                .flatMap(
                    e ->
                        Stream.of(
                            piece("mlp.experts." + e + ".gate_proj.weight", inner),
                            piece("mlp.experts." + e + ".up_proj.weight", inner)))
                .toList(),
            shape.hidden())
        .fuse(
            "experts.down.weight",
            IntStream.range(0, count)
                .mapToObj(e -> piece("mlp.experts." + e + ".down_proj.weight", shape.hidden()))
                .toList(),
            inner);
  }
}
