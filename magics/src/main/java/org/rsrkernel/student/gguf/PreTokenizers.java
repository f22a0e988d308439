package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How byte-level tokenizers cut a text before merging, by the name that {@code tokenizer.ggml.pre}
 * gives. The regular expressions are the models' own.
 */
final class PreTokenizers {

  private static final String LLAMA3 =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}"
          + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
  private static final String QWEN2 =
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
          + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
  private static final String TEKKEN =
      "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
          + "|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*"
          + "|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
  private static final String GPT4O =
      "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
          + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
          + "|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*"
          + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
          + "|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
  private static final Map<String, String> SPLITS = splits();

  private PreTokenizers() {}

  /** Of a name that is not listed, such as {@code smollm}: GPT-2's, as transformers does. */
  static ObjectNode byteLevel(String name) {
    String split = SPLITS.get(name);
    if (split == null) {
      return byteLevelStep(true);
    }
    ObjectNode sequence = JsonNodeFactory.instance.objectNode();
    sequence.put("type", "Sequence");
    ObjectNode first = sequence.putArray("pretokenizers").addObject();
    first.put("type", "Split").put("behavior", "Isolated").put("invert", false);
    first.putObject("pattern").put("Regex", split);
    sequence.withArray("pretokenizers").add(byteLevelStep(false));
    return sequence;
  }

  /**
   * The step that writes bytes as characters.
   *
   * @param useRegex whether it also cuts as GPT-2 does
   */
  static ObjectNode byteLevelStep(boolean useRegex) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", true)
        .put("use_regex", useRegex);
  }

  private static Map<String, String> splits() {
    Map<String, String> splits = new HashMap<>();
    for (String name :
        List.of(
            "llama3",
            "llama-v3",
            "llama-bpe",
            "falcon3",
            "falcon-h1",
            "pixtral",
            "midm-2.0",
            "lfm2",
            "jina-v5-nano",
            "dbrx",
            "smaug-bpe")) {
      splits.put(name, LLAMA3);
    }
    for (String name : List.of("qwen2", "deepseek-r1-qwen", "kormo", "f2llmv2", "megrez")) {
      splits.put(name, QWEN2);
    }
    splits.put("tekken", TEKKEN);
    for (String name : List.of("gpt-4o", "llama4", "kanana2", "talkie", "minimax-m2")) {
      splits.put(name, GPT4O);
    }
    return Map.copyOf(splits);
  }
}
