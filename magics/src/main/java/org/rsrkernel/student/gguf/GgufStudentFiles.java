package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.StudentFiles;
import org.rsrkernel.student.WeightSource;

/** A student in one GGUF file. Everything but the weights is read when it is opened. */
public final class GgufStudentFiles implements StudentFiles {

  private static final Map<String, String> SPECIAL_TOKENS =
      Map.of(
          "bos_token", "tokenizer.ggml.bos_token_id",
          "eos_token", "tokenizer.ggml.eos_token_id",
          "unk_token", "tokenizer.ggml.unknown_token_id",
          "pad_token", "tokenizer.ggml.padding_token_id");

  private final GgufFile file;
  private final JsonNode config;
  private final String tokenizerJson;
  private final Map<String, String> specialTokens;
  private final GgufWeights weights;

  private GgufStudentFiles(GgufFile file) {
    this.file = file;
    GgufLayout layout = GgufLayout.of(file.metadata());
    this.config = GgufConfig.of(file, layout);
    this.specialTokens = specialTokens(file.metadata(), layout);
    this.tokenizerJson = GgufTokenizer.json(file.metadata(), layout, specialTokens).toString();
    this.weights = new GgufWeights(file, layout, config);
  }

  /**
   * Opens and checks the file.
   *
   * @throws StudentException if it is no GGUF file, damaged, or of a kind that is not read
   */
  public static GgufStudentFiles open(Path path) {
    GgufFile file = GgufFile.open(path);
    try {
      return new GgufStudentFiles(file);
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  @Override
  public String name() {
    String name = file.metadata().path().getFileName().toString();
    return name.endsWith(".gguf") ? name.substring(0, name.length() - ".gguf".length()) : name;
  }

  @Override
  public JsonNode config() {
    return config;
  }

  @Override
  public String tokenizerJson() {
    return tokenizerJson;
  }

  @Override
  public Map<String, String> specialTokens() {
    return specialTokens;
  }

  @Override
  public Optional<String> chatTemplate() {
    return file.metadata().text("tokenizer.chat_template");
  }

  @Override
  public WeightSource weights() {
    return weights;
  }

  @Override
  public String fingerprint() {
    return GgufFingerprint.of(file);
  }

  @Override
  public void close() {
    file.close();
  }

  private static Map<String, String> specialTokens(GgufMetadata metadata, GgufLayout layout) {
    List<String> tokens = metadata.list("tokenizer.ggml.tokens", String.class).orElseGet(List::of);
    Map<String, String> special = new TreeMap<>();
    if (layout == GgufLayout.GEMMA2 || layout == GgufLayout.GEMMA3) {
      special.put("mask_token", "<mask>"); // GemmaTokenizer's own, which no key can change
    }
    SPECIAL_TOKENS.forEach(
        (name, key) ->
            metadata
                .integer(key)
                .ifPresent(
                    id -> {
                      if (id < 0 || id >= tokens.size()) {
                        throw new StudentException(
                            "%s: '%s' is %d, but the vocabulary has %d tokens."
                                .formatted(metadata.path(), key, id, tokens.size()));
                      }
                      special.put(name, tokens.get((int) (long) id));
                    }));
    return Collections.unmodifiableMap(special);
  }
}
