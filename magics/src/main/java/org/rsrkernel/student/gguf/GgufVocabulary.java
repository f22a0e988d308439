package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.rsrkernel.student.StudentException;

/**
 * The vocabulary in a GGUF file's metadata.
 *
 * @param tokens by id
 * @param types a kind for each token, or empty
 * @param scores a score for each token, or empty
 * @param merges pairs of tokens in order of rank; empty if the file leaves them to the scores
 */
record GgufVocabulary(
    Path path,
    List<String> tokens,
    List<Long> types,
    List<Double> scores,
    Optional<List<String>> merges) {

  private static final int CONTROL = 3;
  private static final int USER_DEFINED = 4;

  static GgufVocabulary of(GgufMetadata metadata) {
    List<String> tokens = list(metadata, "tokens", String.class).orElseGet(List::of);
    if (tokens.isEmpty()) {
      throw new StudentException(metadata.path() + " holds no vocabulary.");
    }
    GgufVocabulary vocabulary =
        new GgufVocabulary(
            metadata.path(),
            tokens,
            list(metadata, "token_type", Long.class).orElseGet(List::of),
            list(metadata, "scores", Double.class).orElseGet(List::of),
            list(metadata, "merges", String.class));
    vocabulary.checkCount("token_type", vocabulary.types.size());
    vocabulary.checkCount("scores", vocabulary.scores.size());
    return vocabulary;
  }

  /** Tokens that are not text, such as {@code <|im_end|>}. */
  List<String> controlTokens() {
    return ofType(CONTROL);
  }

  /** Tokens that are text, but always whole, such as {@code <think>}. */
  List<String> userDefinedTokens() {
    return ofType(USER_DEFINED);
  }

  /** Token to id as tokenizer.json has it; of a token that is there twice, the last id. */
  ObjectNode ids(UnaryOperator<String> spelling) {
    ObjectNode ids = JsonNodeFactory.instance.objectNode();
    for (int id = 0; id < tokens.size(); id++) {
      ids.put(spelling.apply(tokens.get(id)), id);
    }
    return ids;
  }

  private List<String> ofType(int type) {
    return IntStream.range(0, types.size())
        .filter(id -> types.get(id) == type)
        .mapToObj(tokens::get)
        .toList();
  }

  private static <T> Optional<List<T>> list(GgufMetadata metadata, String name, Class<T> element) {
    return metadata.list("tokenizer.ggml." + name, element);
  }

  private void checkCount(String name, int count) {
    if (count != 0 && count != tokens.size()) {
      throw new StudentException(
          "%s: 'tokenizer.ggml.%s' has %d elements for %d tokens."
              .formatted(path, name, count, tokens.size()));
    }
  }
}
