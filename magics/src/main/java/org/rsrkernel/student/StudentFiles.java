package org.rsrkernel.student;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** What a student is made of on disk, whatever holds it: a Hugging Face folder or a GGUF file. */
public interface StudentFiles extends AutoCloseable {

  /** A name for people: the folder's or the file's. */
  String name();

  /** The object of {@code config.json}; for GGUF the one that transformers builds from it. */
  JsonNode config();

  /** The text of {@code tokenizer.json}; for GGUF the one that transformers builds from it. */
  String tokenizerJson();

  /**
   * Special tokens that are set, by the name a chat template knows them by: {@code bos_token},
   * {@code eos_token}, …
   */
  Map<String, String> specialTokens();

  /** The default chat template's text, found as transformers finds it; empty for a base model. */
  Optional<String> chatTemplate();

  /** The weights, under the names transformers gives them. */
  WeightSource weights();

  /** A digest that changes when weights or tokenizer change: sizes and content, not times. */
  String fingerprint();

  @Override
  void close();
}
