package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;

/** Phi 3, 3.5 and 4-mini: Llama whose fused products are stored fused. */
final class Phi3Family implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("phi3");
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
    int queries = shape.heads() * shape.headSize();
    int keys = shape.keyHeads() * shape.headSize();
    WeightRecipes weights = LlamaWeights.layer(index);
    LlamaWeights.norms(weights, shape);
    weights
        .take("qkv.weight", "self_attn.qkv_proj.weight", queries + 2 * keys, shape.hidden())
        .take("output.weight", "self_attn.o_proj.weight", shape.hidden(), queries)
        .take("gate_up.weight", "mlp.gate_up_proj.weight", 2 * shape.inner(), shape.hidden())
        .take("down.weight", "mlp.down_proj.weight", shape.hidden(), shape.inner());
    return new Layer(weights.list(), window, 0);
  }
}
