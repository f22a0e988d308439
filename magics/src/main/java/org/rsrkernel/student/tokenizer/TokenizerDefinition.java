package org.rsrkernel.student.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.rsrkernel.student.StudentException;

/** A {@code tokenizer.json}, checked, reduced to what ids depend on. */
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
          "The tokenizer.json of " + student + " is not JSON: " + e.getOriginalMessage(), e);
    }
    if (!(node instanceof ObjectNode root)) {
      throw new StudentException("The tokenizer.json of " + student + " is not a JSON object.");
    }
    // Adds tokens at both ends and moves spans off white space; ids do not depend on it.
    root.putNull("post_processor");
    root.putNull("truncation");
    root.putNull("padding");
    return new TokenizerDefinition(root);
  }

  String json() {
    return root.toString();
  }

  JsonNode root() {
    return root;
  }

  /** Every token by its id. */
  Map<Integer, String> tokens() {
    Map<Integer, String> tokens = new TreeMap<>();
    root.path("model")
        .path("vocab")
        .properties()
        .forEach(entry -> tokens.put(entry.getValue().intValue(), entry.getKey()));
    root.path("added_tokens")
        .forEach(token -> tokens.put(token.path("id").intValue(), token.path("content").asText()));
    return tokens;
  }
}
