package org.rsrkernel.student.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.student.StudentException;

/** Damaged and hostile GGUF files: one message each, that says what and where. */
class GgufFileTest {

  private static final int F32 = 0;
  private static final int Q4_0 = 2;
  private static final int Q2_K = 10;

  @TempDir Path folder;

  @Test
  void tensor_isReadAsStored() {
    Path file =
        Gguf.of("qwen2")
            .tensor("token_embd.weight", new long[] {3, 2}, 1, 2, 3, 4, 5, 6)
            .in(folder);
    try (GgufStudentFiles files = GgufStudentFiles.open(file)) {
      FloatBuffer values = FloatBuffer.allocate(6);
      files.weights().read("model.embed_tokens.weight", 0, values);
      assertThat(values.array()).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(files.weights().shape("model.embed_tokens.weight")).containsExactly(3, 2);
      assertThat(files.weights().stored("model.embed_tokens.weight")).isPresent();
    }
  }

  @Test
  void queryRowsOfLlama_arePutBackInOrder() {
    // 2 heads of 4 rows of 1 value; the file interleaves the halves of a head
    Path file =
        Gguf.of("llama")
            .tensor("blk.0.attn_q.weight", new long[] {8, 1}, 0, 2, 1, 3, 4, 6, 5, 7)
            .in(folder);
    try (GgufStudentFiles files = GgufStudentFiles.open(file)) {
      FloatBuffer values = FloatBuffer.allocate(8);
      String name = "model.layers.0.self_attn.q_proj.weight";
      files.weights().read(name, 0, values);
      assertThat(values.array()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
      assertThat(files.weights().stored(name)).isEmpty();
    }
  }

  @Test
  void otherMagic_isNoGguf() {
    opening("PK\3\4 and more than twenty-four bytes".getBytes(StandardCharsets.UTF_8))
        .hasMessageEndingWith("is not a GGUF file: it does not begin with the bytes 'GGUF'.");
  }

  @Test
  void emptyFile_isNoGguf() {
    opening(new byte[0]).hasMessageContaining("is not a GGUF file");
  }

  @Test
  void oldVersion_isNamed() {
    opening(Gguf.of("llama").bytes(1, 0, 6))
        .hasMessageContaining("is GGUF version 1; versions 2 and 3");
  }

  @Test
  void bigEndianFile_isNamedByItsVersion() {
    opening(Gguf.of("llama").bytes(3 << 24, 0, 6)).hasMessageContaining("little-endian");
  }

  @Test
  void moreTensorsThanTheFileHolds_areRefused() {
    opening(Gguf.of("llama").bytes(3, 1L << 62, 6))
        .hasMessageContaining("byte 8 announces 4611686018427387904 tensors");
  }

  @Test
  void morePairsThanTheFileHolds_areRefused() {
    opening(Gguf.of("llama").bytes(3, 0, -1))
        .hasMessageContaining("announces 18446744073709551615 metadata pairs");
  }

  @Test
  void missingArchitecture_isNamed() {
    opening(Gguf.empty().bytes()).hasMessageContaining("has no 'general.architecture'");
  }

  @Test
  void unknownArchitecture_isNamedWithTheSupportedOnes() {
    opening(Gguf.of("mamba").bytes())
        .hasMessageContaining("architecture 'mamba' is not read from GGUF")
        .hasMessageContaining("llama, qwen2, qwen3, gemma2, gemma3, phi3");
  }

  @Test
  void unsupportedTensorType_isNamedWithItsTensor() {
    opening(Gguf.of("llama").entry("token_embd.weight", new long[] {256}, Q2_K, 0).bytes())
        .hasMessageContaining(
            "tensor 'token_embd.weight' is stored as Q2_K, which is not supported");
  }

  @Test
  void rowsThatAreNotWholeBlocks_areRefused() {
    opening(Gguf.of("llama").entry("output.weight", new long[] {4, 33}, Q4_0, 0).bytes())
        .hasMessageContaining("have 33 values, not whole blocks of 32 as Q4_0 has");
  }

  @Test
  void tensorBeyondTheEnd_isRefused() {
    byte[] bytes =
        Gguf.of("llama").tensor("output.weight", new long[] {8, 8}, new float[64]).bytes();
    opening(Arrays.copyOf(bytes, bytes.length - 1))
        .hasMessageContaining("tensor 'output.weight' needs bytes up to")
        .hasMessageEndingWith("Fetch the file again.");
  }

  @Test
  void overlappingTensors_areNamed() {
    opening(
            Gguf.of("llama")
                .tensor("output.weight", new long[] {64}, new float[64])
                .entry("token_embd.weight", new long[] {8}, F32, 32)
                .bytes())
        .hasMessageContaining("tensors 'output.weight' and 'token_embd.weight' overlap");
  }

  @Test
  void shapeThatOverflows_isRefused() {
    long[] shape = {1L << 40, 1L << 40};
    opening(Gguf.of("llama").entry("output.weight", shape, F32, 0).bytes())
        .hasMessageContaining("tensor 'output.weight' has a dimension of 1099511627776");
  }

  @Test
  void offsetBetweenAlignedPlaces_isRefused() {
    opening(Gguf.of("llama").entry("output.weight", new long[] {1}, F32, 4).bytes())
        .hasMessageContaining("begins at offset 4, which is no multiple of 32");
  }

  @Test
  void repeatedNames_areRefused() {
    opening(Gguf.of("llama").text("general.architecture", "llama").bytes())
        .hasMessageContaining("metadata 'general.architecture' appears twice");
    opening(
            Gguf.of("llama")
                .tensor("output.weight", new long[] {1}, 1)
                .tensor("output.weight", new long[] {1}, 1)
                .bytes())
        .hasMessageContaining("tensor 'output.weight' appears twice");
  }

  @Test
  void headsThatDoNotDivideTheRows_areNamed() {
    Path file =
        Gguf.of("llama").tensor("blk.0.attn_q.weight", new long[] {3, 1}, 1, 2, 3).in(folder);
    try (GgufStudentFiles files = GgufStudentFiles.open(file)) {
      assertThatThrownBy(
              () ->
                  files
                      .weights()
                      .read("model.layers.0.self_attn.q_proj.weight", 0, FloatBuffer.allocate(3)))
          .isInstanceOf(StudentException.class)
          .hasMessage("Tensor 'blk.0.attn_q.weight' has 3 rows, which do not divide into 2 heads.");
    }
  }

  @Test
  void unknownTokenizer_isNamed() {
    opening(
            Gguf.empty()
                .text("general.architecture", "llama")
                .text("tokenizer.ggml.model", "rwkv")
                .texts("tokenizer.ggml.tokens", List.of("a"))
                .bytes())
        .hasMessageContaining("a tokenizer of the kind 'rwkv'");
  }

  @Test
  void specialTokenBeyondTheVocabulary_isNamed() {
    opening(Gguf.of("llama").integer("tokenizer.ggml.eos_token_id", 3).bytes())
        .hasMessageContaining(
            "'tokenizer.ggml.eos_token_id' is 3, but the vocabulary has 3 tokens");
  }

  @Test
  void mergeOfUnknownTokens_isNamed() {
    opening(
            Gguf.empty()
                .text("general.architecture", "llama")
                .text("tokenizer.ggml.model", "gpt2")
                .texts("tokenizer.ggml.tokens", List.of("a", "b"))
                .texts("tokenizer.ggml.merges", List.of("a b"))
                .bytes())
        .hasMessageContaining("merge 'a b' is not of two tokens into a third");
  }

  @Test
  void missingFile_isNamed() {
    assertThatThrownBy(() -> GgufStudentFiles.open(folder.resolve("absent.gguf")))
        .isInstanceOf(StudentException.class)
        .hasMessageStartingWith("Cannot read " + folder.resolve("absent.gguf"));
  }

  @Test
  void cyclicLink_isNamed() throws IOException {
    Path link = folder.resolve("a.gguf");
    Files.createSymbolicLink(link, folder.resolve("b.gguf"));
    Files.createSymbolicLink(folder.resolve("b.gguf"), link);
    assertThatThrownBy(() -> GgufStudentFiles.open(link))
        .isInstanceOf(StudentException.class)
        .hasMessageStartingWith("Cannot read " + link);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> opening(byte[] bytes) {
    Path file = Gguf.write(folder, bytes);
    return assertThatThrownBy(() -> GgufStudentFiles.open(file))
        .isInstanceOf(StudentException.class);
  }
}
