package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NAMED_TOKENS =
      List.of("bos_token", "eos_token", "unk_token", "pad_token");

  private GgufTokenizer() {}

  /**
   * Builds the object.
   *
   * @param specialTokens the named ones that the file sets
   */
  static ObjectNode json(
      GgufMetadata metadata, GgufLayout layout, Map<String, String> specialTokens) {
    String kind = metadata.requiredText("tokenizer.ggml.model");
    GgufVocabulary vocabulary = GgufVocabulary.of(metadata);
    return switch (kind) {
      case "gpt2" -> byteLevel(metadata, vocabulary, specialTokens);
      case "llama" -> sentencePiece(SentencePieceStyle.of(layout), vocabulary, specialTokens);
      default ->
          throw new StudentException(
              ("%s has a tokenizer of the kind '%s', which is not read from GGUF. Supported: gpt2,"
                      + " llama. Load the Hugging Face folder instead.")
                  .formatted(metadata.path(), kind));
    };
  }

  private static ObjectNode byteLevel(
      GgufMetadata metadata, GgufVocabulary vocabulary, Map<String, String> specialTokens) {
    ObjectNode ids =
        vocabulary.ids(
            token -> ByteLevelAlphabet.spells(token) ? token : ByteLevelAlphabet.spell(token));
    AddedTokens added = new AddedTokens(ids);
    added.special("<|endoftext|>"); // GPT2Tokenizer's own, whatever the file says
    // a control token outside the alphabet is mislabelled text
    vocabulary.controlTokens().stream().filter(ByteLevelAlphabet::spells).forEach(added::special);
    addFromFile(added, vocabulary, specialTokens);

    ObjectNode tokenizer = NODES.objectNode().put("version", "1.0");
    tokenizer.set("added_tokens", added.json());
    String name = metadata.text("tokenizer.ggml.pre").orElse("default");
    tokenizer.set("pre_tokenizer", PreTokenizers.byteLevel(name));
    tokenizer.set("decoder", PreTokenizers.byteLevelStep(true));
    ObjectNode model = tokenizer.putObject("model").put("type", "BPE").put("fuse_unk", false);
    model.set("vocab", ids);
    model.set("merges", listedMerges(vocabulary, ids));
    return tokenizer;
  }

  private static ObjectNode sentencePiece(
      SentencePieceStyle style, GgufVocabulary vocabulary, Map<String, String> specialTokens) {
    ObjectNode ids = vocabulary.ids(style::spelling);
    AddedTokens added = new AddedTokens(ids);
    style.ownSpecialTokens().forEach(added::special);
    vocabulary.controlTokens().forEach(added::special);
    addFromFile(added, vocabulary, specialTokens);

    ObjectNode tokenizer = NODES.objectNode().put("version", "1.0");
    tokenizer.set("added_tokens", added.json());
    style.describe(tokenizer);
    ObjectNode model = tokenizer.putObject("model").put("type", "BPE");
    style.unknownToken().ifPresent(token -> model.put("unk_token", token));
    model.put("fuse_unk", true).put("byte_fallback", true);
    model.set("vocab", ids);
    model.set(
        "merges",
        vocabulary.merges().isPresent()
            ? listedMerges(vocabulary, ids)
            : SentencePieceMerges.of(ids, style.scores(vocabulary), vocabulary.path()));
    return tokenizer;
  }

  private static void addFromFile(
      AddedTokens added, GgufVocabulary vocabulary, Map<String, String> specialTokens) {
    vocabulary.userDefinedTokens().stream().filter(added::knows).forEach(added::plain);
    NAMED_TOKENS.stream()
        .filter(specialTokens::containsKey)
        .map(specialTokens::get)
        .forEach(added::special);
  }

  private static ArrayNode listedMerges(GgufVocabulary vocabulary, ObjectNode ids) {
    ArrayNode merges = NODES.arrayNode();
    for (String merge : vocabulary.merges().orElseGet(List::of)) {
      int space = merge.indexOf(' ');
      String left = merge.substring(0, Math.max(space, 0));
      String right = merge.substring(space + 1);
      if (!ids.has(left) || !ids.has(right) || !ids.has(left + right)) {
        throw new StudentException(
            "%s: merge '%s' is not of two tokens into a third."
                .formatted(vocabulary.path(), merge));
      }
      merges.addArray().add(left).add(right);
    }
    return merges;
  }
}
