package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@code config.json} that transformers builds from a GGUF file's metadata. */
final class GgufConfig {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keys after the architecture's name, and what the config calls them. */
  private static final Map<String, String> SHAPE =
      new TreeMap<>(
          Map.of(
              "context_length", "max_position_embeddings",
              "block_count", "num_hidden_layers",
              "feed_forward_length", "intermediate_size",
              "embedding_length", "hidden_size",
              "rope.freq_base", "rope_theta",
              "attention.head_count", "num_attention_heads",
              "attention.head_count_kv", "num_key_value_heads",
              "attention.layer_norm_rms_epsilon", "rms_norm_eps",
              "vocab_size", "vocab_size"));

  private static final Map<String, String> TOKENS =
      new TreeMap<>(
          Map.of(
              "bos_token_id", "bos_token_id",
              "eos_token_id", "eos_token_id",
              "unknown_token_id", "unk_token_id",
              "padding_token_id", "pad_token_id"));

  private GgufConfig() {}

  static ObjectNode of(GgufFile file, GgufLayout layout) {
    GgufMetadata metadata = file.metadata();
    ObjectNode config = GgufConfigDefaults.of(layout);
    boolean mistral =
        layout == GgufLayout.LLAMA
            && metadata.text("general.name").filter("mistral"::equals).isPresent();
    if (mistral) {
      config.put("model_type", "mistral").put("sliding_window", 4096);
    }
    String prefix = layout.architecture() + ".";
    SHAPE.forEach((key, name) -> put(config, name, metadata.values().get(prefix + key)));
    perLayout(layout)
        .forEach((key, name) -> put(config, name, metadata.values().get(prefix + key)));
    TOKENS.forEach(
        (key, name) -> put(config, name, metadata.values().get("tokenizer.ggml." + key)));
    config.put("tie_word_embeddings", !file.tensors().containsKey("output.weight"));
    if (!config.has("vocab_size")) {
      metadata
          .list("tokenizer.ggml.tokens", String.class)
          .ifPresent(tokens -> config.put("vocab_size", tokens.size()));
    }
    return config;
  }

  private static Map<String, String> perLayout(GgufLayout layout) {
    return switch (layout) {
      case LLAMA -> Map.of("rope.dimension_count", "head_dim");
      case GEMMA2, GEMMA3 ->
          Map.of("attention.key_length", "head_dim", "attention.sliding_window", "sliding_window");
      case QWEN3 -> Map.of("attention.key_length", "head_dim");
      case QWEN2, PHI3 -> Map.of();
    };
  }

  private static void put(ObjectNode config, String name, Object value) {
    if (value instanceof List<?> list && list.size() == 1) {
      put(config, name, list.get(0));
    } else if (value != null) {
      config.set(name, JSON.valueToTree(value));
    }
  }
}
