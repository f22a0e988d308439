package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a GGUF file does not say and transformers' config classes therefore decide.
 *
 * <p>Written out, since these defaults differ from class to class: a reader of the config need not
 * know them.
 */
final class GgufConfigDefaults {

  private GgufConfigDefaults() {}

  static ObjectNode of(GgufLayout layout) {
    ObjectNode config = JsonNodeFactory.instance.objectNode().put("rope_theta", 10_000.0);
    switch (layout) {
      case LLAMA -> config.put("model_type", "llama").put("hidden_act", "silu");
      case QWEN2 -> config.put("model_type", "qwen2").put("hidden_act", "silu");
      case QWEN3 ->
          config.put("model_type", "qwen3").put("hidden_act", "silu").put("head_dim", 128);
      case PHI3 -> config.put("model_type", "phi3").put("hidden_act", "silu");
      case GEMMA2 ->
          gemma(config, "gemma2")
              .put("sliding_window", 4096)
              .put("attn_logit_softcapping", 50.0)
              .put("final_logit_softcapping", 30.0);
      case GEMMA3 ->
          gemma(config, "gemma3_text")
              .put("sliding_window", 4096)
              .put("rope_theta", 1_000_000.0)
              .put("rope_local_base_freq", 10_000.0)
              .put("sliding_window_pattern", 6);
    }
    return config;
  }

  private static ObjectNode gemma(ObjectNode config, String modelType) {
    return config
        .put("model_type", modelType)
        .put("hidden_activation", "gelu_pytorch_tanh")
        .put("head_dim", 256)
        .put("query_pre_attn_scalar", 256);
  }
}
