package org.rsrkernel.student.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.WeightSource;
import org.rsrkernel.student.tokenizer.Encoding;
import org.rsrkernel.student.tokenizer.StudentTokenizer;

/** Everything in a GGUF file equals what transformers' from_pretrained(gguf_file=…) makes of it. */
@ParameterizedClass
@ValueSource(
    strings = {
      "llama-every-type",
      "llama-sentencepiece",
      "llama3",
      "qwen2",
      "qwen3",
      "phi3",
      "gemma2",
      "gemma3"
    })
class GgufStudentFilesTest {

  private final JsonNode expected;
  private final GgufStudentFiles files;

  GgufStudentFilesTest(String name) {
    TransformersView view = TransformersView.of(name);
    expected = view.expected();
    files = GgufStudentFiles.open(view.file());
  }

  @AfterEach
  void close() {
    files.close();
  }

  @Test
  void tensors_equalTransformersToTheBit() {
    Map<String, String> found = new LinkedHashMap<>();
    Map<String, String> wanted = new LinkedHashMap<>();
    expected
        .path("tensors")
        .properties()
        .forEach(
            tensor -> {
              String name = tensor.getKey();
              if (isTiedHead(name)) {
                return;
              }
              wanted.put(name, tensor.getValue().path("sha256").asText());
              found.put(name, sha256(name));
              assertThat(files.weights().shape(name))
                  .as(name)
                  .isEqualTo(longs(tensor.getValue().path("shape")));
            });
    assertThat(found).isEqualTo(wanted);
    assertThat(files.weights().names()).isEqualTo(wanted.keySet());
  }

  @Test
  void config_saysWhatTransformersSays() {
    JsonNode reference = expected.path("config");
    files
        .config()
        .properties()
        .forEach(
            entry -> {
              JsonNode wanted = reference.path(entry.getKey());
              if (!wanted.isMissingNode()) {
                assertThat(entry.getValue().asText()).as(entry.getKey()).isEqualTo(wanted.asText());
              }
            });
    assertThat(files.config().fieldNames())
        .toIterable()
        .contains("model_type", "hidden_size", "num_hidden_layers", "num_attention_heads")
        .contains("num_key_value_heads", "intermediate_size", "rms_norm_eps", "vocab_size")
        .contains("max_position_embeddings", "tie_word_embeddings", "rope_theta");
  }

  @Test
  void specialTokensAndTemplate_equalTransformers() {
    Map<String, String> tokens = new LinkedHashMap<>();
    expected
        .path("special_tokens")
        .properties()
        .forEach(token -> tokens.put(token.getKey(), token.getValue().asText()));
    assertThat(files.specialTokens()).isEqualTo(tokens);
    assertThat(files.chatTemplate().orElse(null))
        .isEqualTo(expected.path("chat_template").textValue());
  }

  @Test
  void tokenizer_givesTransformersIdsAndSpans() {
    try (StudentTokenizer tokenizer = StudentTokenizer.of(files)) {
      for (JsonNode sample : expected.path("encodings")) {
        String text = sample.path("text").asText();
        Encoding encoding = tokenizer.encode(text);
        assertThat(encoding.ids()).as("ids of '%s'", text).isEqualTo(ints(sample.path("ids")));
        assertThat(encoding.chars())
            .as("spans of '%s'", text)
            .extracting(span -> inCodePoints(text, span))
            .containsExactlyElementsOf(spans(sample.path("spans")));
      }
    }
  }

  private boolean isTiedHead(String name) {
    return name.equals("lm_head.weight")
        && expected.path("config").path("tie_word_embeddings").asBoolean();
  }

  private String sha256(String name) {
    WeightSource weights = files.weights();
    long values = Arrays.stream(weights.shape(name)).reduce(1, (a, b) -> a * b);
    ByteBuffer bytes =
        ByteBuffer.allocate((int) values * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    FloatBuffer floats = bytes.asFloatBuffer();
    weights.read(name, 0, floats);
    assertThat(floats.hasRemaining()).as("values missing in " + name).isFalse();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CharSpan inCodePoints(String text, CharSpan span) {
    return new CharSpan(text.codePointCount(0, span.start()), text.codePointCount(0, span.end()));
  }

  private static Iterable<CharSpan> spans(JsonNode pairs) {
    return pairs
        .valueStream()
        .map(pair -> new CharSpan(pair.path(0).asInt(), pair.path(1).asInt()))
        .toList();
  }

  private static int[] ints(JsonNode array) {
    return array.valueStream().mapToInt(JsonNode::asInt).toArray();
  }

  private static long[] longs(JsonNode array) {
    return array.valueStream().mapToLong(JsonNode::asLong).toArray();
  }
}
