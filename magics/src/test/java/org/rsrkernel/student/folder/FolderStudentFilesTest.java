package org.rsrkernel.student.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.student.StoredTensor;
import org.rsrkernel.student.StoredTensor.StoredType;
import org.rsrkernel.student.StudentException;

class FolderStudentFilesTest {

  @TempDir Path folder;

  @Test
  void singleFile_givesItsTensors() {
    String header =
        """
        {"__metadata__": {"format": "pt"},
         "half": {"dtype": "F16", "shape": [1, 2], "data_offsets": [0, 4]},
         "single": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}
        """;
    byte[] data = {0, 0x3c, 1, (byte) 0x80, 0, 0, 0x20, 0x41}; // 1, -2^-24, 10
    student().with("model.safetensors", StudentFolder.safetensors(header, data));
    try (FolderStudentFiles files = FolderStudentFiles.open(folder)) {
      assertThat(files.weights().names()).containsExactly("half", "single");
      assertThat(files.weights().shape("half")).containsExactly(1, 2);
      assertThat(read(files, "half", 2)).containsExactly(1, -0x1p-24f);
      assertThat(read(files, "single", 1)).containsExactly(10);
      long start = Long.BYTES + header.length();
      Path file = files.weights().stored("single").orElseThrow().file();
      assertThat(files.weights().stored("single"))
          .contains(new StoredTensor(file, start + 4, 4, StoredType.FLOAT32));
      assertThat(files.config().path("model_type").asText()).isEqualTo("llama");
    }
  }

  @Test
  void shards_areReadThroughTheIndex() {
    student()
        .with("one.safetensors", StudentFolder.oneTensor("a"))
        .with("two.safetensors", StudentFolder.oneTensor("b"))
        .with(
            "model.safetensors.index.json",
            "{\"weight_map\": {\"a\": \"one.safetensors\", \"b\": \"two.safetensors\"}}");
    try (FolderStudentFiles files = FolderStudentFiles.open(folder)) {
      assertThat(files.weights().names()).containsExactly("a", "b");
      assertThat(read(files, "b", 2)).containsExactly(1, -2);
    }
  }

  @Test
  void largeTensor_isReadInPieces() {
    int rows = 3000;
    byte[] data = new byte[rows * 64 * 2];
    for (int row = 0; row < rows; row++) {
      data[row * 128 + 1] = (byte) (row % 2 == 0 ? 0x40 : 0x3c); // 2 or 1 as float16
    }
    student()
        .with(
            "model.safetensors",
            StudentFolder.safetensors(
                "{\"a\": {\"dtype\": \"F16\", \"shape\": [3000, 64], \"data_offsets\": [0, 384000]}}",
                data));
    try (FolderStudentFiles files = FolderStudentFiles.open(folder)) {
      FloatBuffer whole = FloatBuffer.allocate(rows * 64);
      files.weights().read("a", 0, whole);
      assertThat(whole.hasRemaining()).isFalse();
      for (int row = 0; row < rows; row++) {
        assertThat(whole.get(row * 64)).isEqualTo(row % 2 == 0 ? 2 : 1);
      }
      FloatBuffer piece = FloatBuffer.allocate(2 * 64);
      files.weights().read("a", 2998, piece);
      assertThat(piece.get(0)).isEqualTo(2);
      assertThat(piece.get(64)).isEqualTo(1);
    }
  }

  @Test
  void fingerprint_changesWithWeightsAndTokenizerOnly() throws IOException {
    byte[] weights = StudentFolder.oneTensor("a");
    student().with("model.safetensors", weights);
    String before = fingerprint();
    Files.setLastModifiedTime(folder.resolve("model.safetensors"), FileTime.fromMillis(0));
    assertThat(fingerprint()).isEqualTo(before);

    weights[weights.length - 1] ^= 1;
    student().with("model.safetensors", weights);
    String otherWeights = fingerprint();
    student().with("tokenizer.json", StudentFolder.TOKENIZER.replace("\"ab\"", "\"abb\""));
    assertThat(fingerprint()).isNotEqualTo(otherWeights);
    assertThat(otherWeights).isNotEqualTo(before);
  }

  @Test
  void chatTemplateFile_replacesTheConfigs() {
    student()
        .with("model.safetensors", StudentFolder.oneTensor("a"))
        .with("tokenizer_config.json", "{\"chat_template\": \"old\"}")
        .with("chat_template.jinja", "new");
    try (FolderStudentFiles files = FolderStudentFiles.open(folder)) {
      assertThat(files.chatTemplate()).contains("new");
    }
  }

  @Test
  void listOfChatTemplates_givesTheDefault() {
    student()
        .with("model.safetensors", StudentFolder.oneTensor("a"))
        .with(
            "tokenizer_config.json",
            "{\"chat_template\": [{\"name\": \"tool_use\", \"template\": \"t\"},"
                + " {\"name\": \"default\", \"template\": \"d\"}]}");
    try (FolderStudentFiles files = FolderStudentFiles.open(folder)) {
      assertThat(files.chatTemplate()).contains("d");
    }
  }

  @Test
  void specialTokens_areTextsOrObjectsAndMayBeNull() {
    student()
        .with("model.safetensors", StudentFolder.oneTensor("a"))
        .with(
            "tokenizer_config.json",
            "{\"bos_token\": null, \"eos_token\": {\"content\": \"</s>\", \"lstrip\": false}}")
        .with("special_tokens_map.json", "{\"eos_token\": \"<other>\", \"pad_token\": \"<pad>\"}");
    try (FolderStudentFiles files = FolderStudentFiles.open(folder)) {
      assertThat(files.specialTokens())
          .containsOnly(Map.entry("eos_token", "</s>"), Map.entry("pad_token", "<pad>"));
    }
  }

  @Test
  void otherTypes_areNamedWhenTheyAreRead() {
    student()
        .with(
            "model.safetensors",
            StudentFolder.safetensors(
                "{\"ids\": {\"dtype\": \"I64\", \"shape\": [1], \"data_offsets\": [0, 8]}}",
                new byte[8]));
    try (FolderStudentFiles files = FolderStudentFiles.open(folder)) {
      assertThatThrownBy(() -> read(files, "ids", 1))
          .isInstanceOf(StudentException.class)
          .hasMessageContaining("tensor 'ids' is stored as I64, which is not supported");
    }
  }

  private StudentFolder student() {
    return StudentFolder.in(folder);
  }

  private String fingerprint() {
    try (FolderStudentFiles files = FolderStudentFiles.open(folder)) {
      return files.fingerprint();
    }
  }

  private static float[] read(FolderStudentFiles files, String name, int values) {
    FloatBuffer buffer = FloatBuffer.allocate(values);
    files.weights().read(name, 0, buffer);
    return buffer.array();
  }
}
