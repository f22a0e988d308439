package org.rsrkernel.student.gguf;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.student.Mutations;
import org.rsrkernel.student.WeightSource;
import org.rsrkernel.student.tokenizer.StudentTokenizer;

/** Damaged GGUF files load or are refused with a message; nothing else happens. */
class GgufFuzzTest {

  @TempDir Path folder;

  @Test
  void smallFile_damagedAnywhere() {
    byte[] file =
        Gguf.of("llama")
            .integer("general.alignment", 32)
            .integer("tokenizer.ggml.eos_token_id", 1)
            .texts("general.languages", List.of("en", "de"))
            .tensor("token_embd.weight", new long[] {3, 4}, new float[12])
            .tensor("blk.0.attn_q.weight", new long[] {4, 4}, new float[16])
            .tensor("blk.0.attn_k.weight", new long[] {2, 4}, new float[8])
            .bytes();
    Mutations.ofBytes(file, 4000, this::load);
  }

  @Test
  void fileWithVocabulary_damagedInItsHeader() throws IOException {
    byte[] file = Files.readAllBytes(TransformersView.of("gemma2").file());
    Mutations.ofBytes(file, 100, this::loadAll);
  }

  private void load(byte[] bytes) {
    try (GgufStudentFiles files = GgufStudentFiles.open(Gguf.write(folder, bytes))) {
      files.fingerprint();
      WeightSource weights = files.weights();
      for (String name : weights.names()) {
        long values = Arrays.stream(weights.shape(name)).reduce(1, (a, b) -> a * b);
        weights.stored(name);
        weights.read(name, 0, FloatBuffer.allocate((int) values));
      }
    }
  }

  private void loadAll(byte[] bytes) {
    load(bytes);
    try (GgufStudentFiles files = GgufStudentFiles.open(folder.resolve("student.gguf"));
        StudentTokenizer tokenizer = StudentTokenizer.of(files)) {
      tokenizer.encode("ab é 😀");
    }
  }
}
