package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** A fixture: a GGUF file and what transformers reads from it (gguf_fixtures.py). */
record TransformersView(Path file, JsonNode expected) {

  static TransformersView of(String name) {
    try {
      Path file = Path.of(TransformersView.class.getResource(name + ".gguf").toURI());
      JsonNode expected =
          new ObjectMapper().readTree(TransformersView.class.getResource(name + ".json"));
      return new TransformersView(file, expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
