package org.rsrkernel.student.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.rsrkernel.student.StudentException;

/** A {@code tokenizer.json}, checked, and reduced to what ids depend on. */
final class TokenizerDefinition {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private TokenizerDefinition(ObjectNode root) {
    this.root = root;
  }

  /**
   * Parses and checks the text.
   *
   * @param student for messages
   */
  static TokenizerDefinition parse(String text, String student) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new StudentException(
          "The tokenizer.json of %s, line %d, is not valid JSON: %s."
              .formatted(student, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    if (!(node instanceof ObjectNode root)) {
      throw new StudentException("The tokenizer.json of " + student + " is not a JSON object.");
    }
    NativeGuard.check(root, "The tokenizer.json of " + student);
    return new TokenizerDefinition(root);
  }

  /**
   * What the native library is given, in UTF-8: nothing that adds tokens, cuts or pads, moves spans
   * off white space, or only serves decoding.
   */
  byte[] nativeJson() {
    ObjectNode reduced = root.objectNode().setAll(root);
    reduced.putNull("post_processor");
    reduced.putNull("truncation");
    reduced.putNull("padding");
    reduced.putNull("decoder");
    try {
      return JSON.writeValueAsBytes(reduced);
    } catch (JsonProcessingException e) { // a tree of JSON is always writable
      throw new IllegalStateException(e);
    }
  }

  /** The model's own tokens by id, as it spells them. */
  Map<Integer, String> vocabulary() {
    Map<Integer, String> tokens = new HashMap<>();
    JsonNode vocabulary = root.path("model").path("vocab");
    if (vocabulary.isArray()) { // Unigram: pairs of token and score
      for (JsonNode pair : vocabulary) {
        tokens.put(tokens.size(), pair.path(0).asText());
      }
    } else {
      vocabulary
          .properties()
          .forEach(token -> tokens.put(token.getValue().intValue(), token.getKey()));
    }
    return tokens;
  }

  /** Tokens found whole in a text, by id. */
  Map<Integer, String> addedTokens() {
    Map<Integer, String> tokens = new HashMap<>();
    for (JsonNode token : root.path("added_tokens")) {
      tokens.put(token.path("id").intValue(), token.path("content").asText());
    }
    return tokens;
  }

  /** Whether tokens are spelled in {@link ByteLevelAlphabet}. */
  boolean isByteLevel() {
    JsonNode decoder = root.path("decoder");
    return decoder.path("type").asText().equals("ByteLevel")
        || decoder.path("decoders").findValuesAsText("type").contains("ByteLevel");
  }
}
