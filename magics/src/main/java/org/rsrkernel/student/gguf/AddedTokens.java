package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tokens that are found whole in a text before anything else is done to it. */
final class AddedTokens {

  private final ObjectNode vocabulary;
  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final Map<Integer, ObjectNode> byId = new TreeMap<>();

  AddedTokens(ObjectNode vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether the token has an id already. */
  boolean knows(String token) {
    return vocabulary.has(token) || ids.containsKey(token);
  }

  void special(String token) {
    add(token, true);
  }

  void plain(String token) {
    add(token, false);
  }

  ArrayNode json() {
    return JsonNodeFactory.instance.arrayNode().addAll(byId.values());
  }

  private void add(String token, boolean special) {
    if (token.isEmpty() || ids.containsKey(token)) {
      return;
    }
    int id =
        vocabulary.has(token) ? vocabulary.get(token).intValue() : vocabulary.size() + beyond();
    ids.put(token, id);
    byId.put(
        id,
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("content", token)
            .put("single_word", false)
            .put("lstrip", false)
            .put("rstrip", false)
            .put("normalized", false)
            .put("special", special));
  }

  private int beyond() {
    return (int) ids.values().stream().filter(id -> id >= vocabulary.size()).count();
  }
}
