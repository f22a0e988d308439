package org.rsrkernel.student.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.student.StudentFiles;
import org.rsrkernel.student.WeightSource;

/** A student that has nothing but a tokenizer. */
record TokenizerOnly(String tokenizerJson) implements StudentFiles {

  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public JsonNode config() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, String> specialTokens() {
    return Map.of();
  }

  @Override
  public Optional<String> chatTemplate() {
    return Optional.empty();
  }

  @Override
  public WeightSource weights() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String fingerprint() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
