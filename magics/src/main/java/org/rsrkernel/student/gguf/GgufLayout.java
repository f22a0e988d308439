package org.rsrkernel.student.gguf;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rsrkernel.student.StudentException;

/**
 * How llama.cpp names and stores the weights of one architecture, seen from transformers.
 *
 * <p>A tensor without a place here, such as {@code rope_freqs.weight}, is left out, as transformers
 * does.
 */
enum GgufLayout {
  /** Also Mistral. The rows of the query and key projections are permuted. */
  LLAMA("llama", dense(), Storage.PERMUTED_HEADS),
  QWEN2("qwen2", dense(), Storage.AS_IS),
  QWEN3("qwen3", withHeadNorms(dense()), Storage.AS_IS),
  /** Norms are stored plus one. */
  GEMMA2("gemma2", withFourNorms(), Storage.NORMS_PLUS_ONE),
  GEMMA3("gemma3", withHeadNorms(withFourNorms()), Storage.NORMS_PLUS_ONE),
  /** Query, key and value are one tensor; gate and up are one tensor. */
  PHI3("phi3", fused(), Storage.AS_IS);

  /** What llama.cpp did to the values. */
  enum Storage {
    AS_IS,
    PERMUTED_HEADS,
    NORMS_PLUS_ONE
  }

  private static final Pattern BLOCK = Pattern.compile("blk\\.(\\d{1,9})\\.(.+)\\.(weight|bias)");
  private static final Map<String, String> OUTSIDE_BLOCKS =
      Map.of(
          "token_embd.weight", "model.embed_tokens.weight",
          "output_norm.weight", "model.norm.weight",
          "output.weight", "lm_head.weight");

  private final String architecture;
  private final Map<String, String> inBlock;
  private final Storage storage;

  GgufLayout(String architecture, Map<String, String> inBlock, Storage storage) {
    this.architecture = architecture;
    this.inBlock = inBlock;
    this.storage = storage;
  }

  static GgufLayout of(GgufMetadata metadata) {
    String architecture = metadata.requiredText("general.architecture");
    return Arrays.stream(values())
        .filter(layout -> layout.architecture.equals(architecture))
        .findFirst()
        .orElseThrow(
            () ->
                new StudentException(
                    "%s: architecture '%s' is not read from GGUF. Supported: %s. Load the Hugging Face folder instead."
                        .formatted(metadata.path(), architecture, supported())));
  }

  /** The value of {@code general.architecture}, which also begins its metadata keys. */
  String architecture() {
    return architecture;
  }

  Storage storage() {
    return storage;
  }

  /** What transformers calls the tensor; empty if it does not read it. */
  Optional<String> transformersName(String ggufName) {
    if (OUTSIDE_BLOCKS.containsKey(ggufName)) {
      return Optional.of(OUTSIDE_BLOCKS.get(ggufName));
    }
    Matcher block = BLOCK.matcher(ggufName);
    if (!block.matches() || !inBlock.containsKey(block.group(2))) {
      return Optional.empty();
    }
    return Optional.of(
        "model.layers.%s.%s.%s"
            .formatted(block.group(1), inBlock.get(block.group(2)), block.group(3)));
  }

  private static String supported() {
    return Arrays.stream(values())
        .map(layout -> layout.architecture)
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> dense() {
    return Map.of(
        "attn_norm", "input_layernorm",
        "attn_q", "self_attn.q_proj",
        "attn_k", "self_attn.k_proj",
        "attn_v", "self_attn.v_proj",
        "attn_output", "self_attn.o_proj",
        "ffn_norm", "post_attention_layernorm",
        "ffn_gate", "mlp.gate_proj",
        "ffn_up", "mlp.up_proj",
        "ffn_down", "mlp.down_proj");
  }

  private static Map<String, String> withHeadNorms(Map<String, String> names) {
    Map<String, String> more = new LinkedHashMap<>(names);
    more.put("attn_q_norm", "self_attn.q_norm");
    more.put("attn_k_norm", "self_attn.k_norm");
    return more;
  }

  private static Map<String, String> withFourNorms() {
    Map<String, String> more = new LinkedHashMap<>(dense());
    more.put("post_attention_norm", "post_attention_layernorm");
    more.put("ffn_norm", "pre_feedforward_layernorm");
    more.put("post_ffw_norm", "post_feedforward_layernorm");
    return more;
  }

  private static Map<String, String> fused() {
    return Map.of(
        "attn_norm", "input_layernorm",
        "attn_qkv", "self_attn.qkv_proj",
        "attn_output", "self_attn.o_proj",
        "ffn_norm", "post_attention_layernorm",
        "ffn_up", "mlp.gate_up_proj",
        "ffn_down", "mlp.down_proj");
  }
}
