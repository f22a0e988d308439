package org.rsrkernel.student.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.rsrkernel.student.StudentException;

/**
 * Refuses what the native tokenizers library does not survive: where it panics, the whole JVM ends.
 * Other mistakes it reports itself.
 */
final class NativeGuard {

  private static final Set<String> MODELS = Set.of("BPE", "Unigram", "WordPiece", "WordLevel");
  private static final int MAX_ID = 1 << 24; // 64 times the largest vocabulary today

  private final String where;

  private NativeGuard(String where) {
    this.where = where;
  }

  /**
   * Checks a whole {@code tokenizer.json}.
   *
   * @param where begins the message
   */
  static void check(JsonNode root, String where) {
    NativeGuard guard = new NativeGuard(where);
    guard.checkModel(root.path("model"));
    for (JsonNode token : root.path("added_tokens")) {
      guard.checkId(token.path("content").asText(), token.path("id"));
    }
    guard.checkSteps(root.path("normalizer"));
    guard.checkSteps(root.path("pre_tokenizer"));
  }

  private void checkModel(JsonNode model) {
    if (!model.isObject()) {
      throw refused("it holds no model");
    }
    String type = model.path("type").asText("BPE"); // old files leave it out
    if (!MODELS.contains(type)) {
      throw refused("its model is of the type '" + type + "'; known are " + MODELS);
    }
    JsonNode vocabulary = model.path("vocab");
    if (vocabulary.isEmpty()) {
      throw refused("it has no vocabulary");
    }
    vocabulary.properties().forEach(token -> checkId(token.getKey(), token.getValue()));
    checkMerges(model.path("merges"), model.path("continuing_subword_prefix").asText(""));
  }

  /**
   * The library cuts the prefix off the right part of a merge without looking whether it is there.
   */
  private void checkMerges(JsonNode merges, String prefix) {
    if (prefix.isEmpty()) {
      return;
    }
    for (JsonNode merge : merges) {
      String right =
          merge.isArray()
              ? merge.path(1).asText()
              : merge.asText().substring(merge.asText().indexOf(' ') + 1);
      if (!right.startsWith(prefix)) {
        throw refused("merge " + merge + " does not continue with '" + prefix + "'");
      }
    }
  }

  private void checkId(String token, JsonNode id) {
    if (!id.isInt() || id.intValue() < 0 || id.intValue() > MAX_ID) {
      throw refused("token '" + token + "' has the id " + id);
    }
  }

  /** Every step of a normalizer or pre-tokenizer, however they are nested. */
  private void checkSteps(JsonNode step) {
    JsonNode pattern = step.path("pattern").path("Regex");
    if (pattern.isTextual()) {
      checkPattern(pattern.asText());
    }
    step.forEach(this::checkSteps);
  }

  /**
   * A repeated group can backtrack without end, and the library panics when its engine gives up. No
   * tokenizer in use has one.
   */
  private void checkPattern(String pattern) {
    if (pattern.getBytes(StandardCharsets.UTF_8).length > 1 << 16) {
      throw refused("a regular expression has " + pattern.length() + " characters");
    }
    int inClass = 0;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> inClass++;
        case ']' -> inClass = Math.max(0, inClass - 1);
        case ')' -> {
          if (inClass == 0
              && i + 1 < pattern.length()
              && "*+{".indexOf(pattern.charAt(i + 1)) >= 0) {
            throw refused("the regular expression " + pattern + " repeats a group");
          }
        }
        default -> {}
      }
    }
  }

  private StudentException refused(String what) {
    return new StudentException(where + " cannot be used: " + what + ".");
  }
}
