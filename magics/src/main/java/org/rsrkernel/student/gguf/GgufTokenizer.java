package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.tokenizer.ByteLevelAlphabet;

/**
 * The {@code tokenizer.json} that transformers builds from a GGUF file's metadata.
 *
 * <p>Without a post-processor: it would only add tokens at both ends, which chat templates write
 * themselves.
 */
final class GgufTokenizer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONTROL = 3;
  private static final int USER_DEFINED = 4;

  private final ObjectNode root = JSON.createObjectNode();

  private GgufTokenizer() {}

  static GgufTokenizer of(GgufMetadata metadata, Map<String, String> specialTokens) {
    String kind = metadata.requiredText("tokenizer.ggml.model");
    List<String> tokens =
        metadata
            .list("tokenizer.ggml.tokens", String.class)
            .orElseThrow(() -> new StudentException(metadata.path() + " holds no vocabulary."));
    return switch (kind) {
      case "gpt2" -> byteLevel(metadata, tokens, specialTokens);
      default ->
          throw new StudentException(
              "%s has a tokenizer of the kind '%s', which is not read from GGUF. Supported: gpt2."
                  .formatted(metadata.path(), kind));
    };
  }

  String json() {
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) { // a tree of plain nodes
      throw new IllegalStateException(e);
    }
  }

  private static GgufTokenizer byteLevel(
      GgufMetadata metadata, List<String> tokens, Map<String, String> specialTokens) {
    GgufTokenizer tokenizer = new GgufTokenizer();
    ObjectNode vocabulary = JSON.createObjectNode();
    for (int id = 0; id < tokens.size(); id++) {
      String token = tokens.get(id);
      vocabulary.put(ByteLevelAlphabet.spells(token) ? token : ByteLevelAlphabet.spell(token), id);
    }
    AddedTokens added = new AddedTokens(vocabulary);
    added.special("<|endoftext|>"); // GPT2Tokenizer's own bos, eos and unk
    List<Long> types = metadata.list("tokenizer.ggml.token_type", Long.class).orElseGet(List::of);
    for (int id = 0; id < Math.min(tokens.size(), types.size()); id++) {
      if (types.get(id) == CONTROL && ByteLevelAlphabet.spells(tokens.get(id))) {
        added.special(tokens.get(id));
      }
    }
    for (int id = 0; id < Math.min(tokens.size(), types.size()); id++) {
      if (types.get(id) == USER_DEFINED && added.knows(tokens.get(id))) {
        added.plain(tokens.get(id));
      }
    }
    for (String name : List.of("bos_token", "eos_token", "unk_token", "pad_token")) {
      if (specialTokens.containsKey(name)) {
        added.special(specialTokens.get(name));
      }
    }
    tokenizer.root.put("version", "1.0");
    tokenizer.root.set("added_tokens", added.json());
    tokenizer.root.set(
        "pre_tokenizer",
        PreTokenizers.byteLevel(metadata.text("tokenizer.ggml.pre").orElse("default")));
    tokenizer.root.set("decoder", PreTokenizers.byteLevelStep(true));
    tokenizer.root.set("model", bytePairs(vocabulary, merges(metadata)));
    return tokenizer;
  }

  private static ArrayNode merges(GgufMetadata metadata) {
    ArrayNode merges = JSON.createArrayNode();
    for (String merge : metadata.list("tokenizer.ggml.merges", String.class).orElseGet(List::of)) {
      int space = merge.indexOf(' ');
      if (space < 1 || space == merge.length() - 1 || merge.indexOf(' ', space + 1) >= 0) {
        throw new StudentException(
            "%s: merge '%s' is not two tokens with a space between."
                .formatted(metadata.path(), merge));
      }
      merges.addArray().add(merge.substring(0, space)).add(merge.substring(space + 1));
    }
    return merges;
  }

  private static ObjectNode bytePairs(ObjectNode vocabulary, ArrayNode merges) {
    ObjectNode model = JSON.createObjectNode();
    model.put("type", "BPE");
    model.put("continuing_subword_prefix", "");
    model.put("end_of_word_suffix", "");
    model.put("fuse_unk", false);
    model.put("byte_fallback", false);
    model.put("ignore_merges", false);
    model.set("vocab", vocabulary);
    model.set("merges", merges);
    return model;
  }
}
