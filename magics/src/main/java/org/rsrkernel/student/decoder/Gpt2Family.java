package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;
import org.rsrkernel.student.decoder.ProgramSettings.Norm;

/** GPT-2: learned positions, layer norms, matrices stored as [in, out]. */
final class Gpt2Family implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("gpt2");
  }

  @Override
  public String prefix() {
    return "transformer.";
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = shape(config);
    if (config.flag("scale_attn_by_inverse_layer_idx", false)
        || !config.flag("scale_attn_weights", true)) {
      throw new StudentException(
          "%s: GPT-2 with attention scaled by layer, or not scaled, is not supported"
              .formatted(config.student()));
    }
    ProgramSettings settings =
        new ProgramSettings(shape, config.numberWithin("layer_norm_epsilon", 1e-5, 0, 1))
            .norm(Norm.LAYER)
            .activation(Activation.of(config, "activation_function", "gelu_new"));
    return new DecoderDescription(
        shape,
        settings,
        ends(config, shape),
        IntStream.range(0, shape.layers()).mapToObj(i -> layer(shape, i)).toList(),
        List.of(RotaryEmbedding.NONE));
  }

  private static DecoderShape shape(ModelConfig config) {
    int hidden = config.size("n_embd", 768);
    int heads = config.size("n_head", 12);
    return new DecoderShape(
        config.size("vocab_size"),
        hidden,
        config.size("n_layer", 12),
        heads,
        heads,
        Math.max(1, hidden / heads),
        config.size("n_inner", 4 * hidden),
        config.size("n_positions", 1024));
  }

  private static List<WeightRecipe> ends(ModelConfig config, DecoderShape shape) {
    WeightRecipes ends =
        new WeightRecipes("")
            .take("token_embedding", "transformer.wte.weight", shape.vocabulary(), shape.hidden())
            .take(
                "position_embedding",
                "transformer.wpe.weight",
                shape.contextLength(),
                shape.hidden())
            .take("final_norm.weight", "transformer.ln_f.weight", shape.hidden())
            .take("final_norm.bias", "transformer.ln_f.bias", shape.hidden());
    if (!config.flag("tie_word_embeddings", true)) {
      ends.take("head", "lm_head.weight", shape.vocabulary(), shape.hidden());
    }
    return ends.list();
  }

  private static Layer layer(DecoderShape shape, int index) {
    int hidden = shape.hidden();
    WeightRecipes weights =
        new WeightRecipes("transformer.h." + index + ".")
            .take("attention_norm.weight", "ln_1.weight", hidden)
            .take("attention_norm.bias", "ln_1.bias", hidden)
            .takeTransposed("qkv.weight", "attn.c_attn.weight", 3 * hidden, hidden)
            .take("qkv.bias", "attn.c_attn.bias", 3 * hidden)
            .takeTransposed("output.weight", "attn.c_proj.weight", hidden, hidden)
            .take("output.bias", "attn.c_proj.bias", hidden)
            .take("feed_forward_norm.weight", "ln_2.weight", hidden)
            .take("feed_forward_norm.bias", "ln_2.bias", hidden)
            .takeTransposed("up.weight", "mlp.c_fc.weight", shape.inner(), hidden)
            .take("up.bias", "mlp.c_fc.bias", shape.inner())
            .takeTransposed("down.weight", "mlp.c_proj.weight", hidden, shape.inner())
            .take("down.bias", "mlp.c_proj.bias", hidden);
    return new Layer(weights.list(), 0, 0);
  }
}
