package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;
import org.rsrkernel.student.decoder.ProgramSettings.Norm;

/** GPT-NeoX and Pythia: layer norms, attention beside feed-forward, a part of each head turns. */
final class GptNeoxFamily implements DecoderFamily {

  @Override
  public Set<String> modelTypes() {
    return Set.of("gpt_neox");
  }

  @Override
  public String prefix() {
    return "gpt_neox.";
  }

  @Override
  public DecoderDescription describe(ModelConfig config) {
    DecoderShape shape = DecoderShape.of(config);
    ProgramSettings settings =
        new ProgramSettings(shape, config.numberWithin("layer_norm_eps", 1e-5, 0, 1))
            .norm(Norm.LAYER)
            .activation(Activation.of(config, "hidden_act", "gelu"))
            .parallelResidual(config.flag("use_parallel_residual", true));
    return new DecoderDescription(
        shape,
        settings,
        ends(config, shape),
        IntStream.range(0, shape.layers()).mapToObj(i -> layer(config, shape, i)).toList(),
        List.of(rotary(config, shape)));
  }

  /** Older files have the embedding's base and part under names of their own. */
  private static RotaryEmbedding rotary(ModelConfig config, DecoderShape shape) {
    RotaryEmbedding rotary = RotaryConfig.of(config, shape, config.number("rotary_pct", 0.25));
    boolean ownName = RotaryConfig.parameters(config).isEmpty() && !config.has("rope_theta");
    double theta = ownName ? config.number("rotary_emb_base", 10_000) : rotary.theta();
    return new RotaryEmbedding(rotary.size(), theta, rotary.scaling());
  }

  private static List<WeightRecipe> ends(ModelConfig config, DecoderShape shape) {
    int vocabulary = shape.vocabulary();
    int hidden = shape.hidden();
    WeightRecipes ends =
        new WeightRecipes("")
            .take("token_embedding", "gpt_neox.embed_in.weight", vocabulary, hidden)
            .take("final_norm.weight", "gpt_neox.final_layer_norm.weight", hidden)
            .take("final_norm.bias", "gpt_neox.final_layer_norm.bias", hidden);
    if (!config.flag("tie_word_embeddings", false)) {
      ends.take("head", "embed_out.weight", vocabulary, hidden);
    }
    return ends.list();
  }

  private static Layer layer(ModelConfig config, DecoderShape shape, int index) {
    int hidden = shape.hidden();
    WeightRecipes weights =
        new WeightRecipes("gpt_neox.layers." + index + ".")
            .take("attention_norm.weight", "input_layernorm.weight", hidden)
            .take("attention_norm.bias", "input_layernorm.bias", hidden)
            .takeHeadByHead("qkv.weight", "attention.query_key_value.weight", 3 * hidden, hidden)
            .take("output.weight", "attention.dense.weight", hidden, hidden)
            .take("feed_forward_norm.weight", "post_attention_layernorm.weight", hidden)
            .take("feed_forward_norm.bias", "post_attention_layernorm.bias", hidden)
            .take("up.weight", "mlp.dense_h_to_4h.weight", shape.inner(), hidden)
            .take("up.bias", "mlp.dense_h_to_4h.bias", shape.inner())
            .take("down.weight", "mlp.dense_4h_to_h.weight", hidden, shape.inner())
            .take("down.bias", "mlp.dense_4h_to_h.bias", hidden);
    if (config.flag("attention_bias", true)) {
      weights
          .takeHeadByHead("qkv.bias", "attention.query_key_value.bias", 3 * hidden)
          .take("output.bias", "attention.dense.bias", hidden);
    }
    return new Layer(weights.list(), 0, 0);
  }
}
