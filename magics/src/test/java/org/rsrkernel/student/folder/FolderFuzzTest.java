package org.rsrkernel.student.folder;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.student.Mutations;
import org.rsrkernel.student.WeightSource;

/** Damaged folders load or are refused with a message; nothing else happens. */
class FolderFuzzTest {

  private static final String HEADER =
      """
      {"__metadata__": {"format": "pt"},
       "a": {"dtype": "F16", "shape": [1, 2], "data_offsets": [0, 4]},
       "b": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]},
       "c": {"dtype": "BF16", "shape": [], "data_offsets": [12, 14]}}
      """;

  @TempDir Path path;
  private StudentFolder folder;

  @BeforeEach
  void writeFolder() {
    folder =
        StudentFolder.in(path)
            .with("model.safetensors", StudentFolder.safetensors(HEADER, new byte[14]));
  }

  @Test
  void safetensors_damagedAnywhere() {
    byte[] file = StudentFolder.safetensors(HEADER, new byte[14]);
    Mutations.ofBytes(file, 1500, bytes -> load("model.safetensors", bytes));
  }

  @Test
  void safetensorsHeader_damagedInItsStructure() {
    Mutations.ofJson(
        HEADER,
        1000,
        header -> load("model.safetensors", StudentFolder.safetensors(header, new byte[14])));
  }

  @Test
  void config_damagedAnywhere() {
    byte[] config =
        "{\"model_type\": \"llama\", \"rope_scaling\": {\"factor\": 8.0}}"
            .getBytes(StandardCharsets.UTF_8);
    Mutations.ofBytes(config, 700, bytes -> load("config.json", bytes));
  }

  @Test
  void tokenizerConfig_damagedInItsStructure() {
    String config =
        """
        {"bos_token": {"content": "<s>"}, "eos_token": "</s>", "pad_token": null,
         "chat_template": [{"name": "default", "template": "x"}, {"name": "tool_use"}]}
        """;
    Mutations.ofJson(
        config, 1000, json -> load("tokenizer_config.json", json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void index_damagedInItsStructure() throws IOException {
    Files.delete(path.resolve("model.safetensors"));
    folder
        .with("one.safetensors", StudentFolder.oneTensor("a"))
        .with("two.safetensors", StudentFolder.oneTensor("b"));
    String index =
        "{\"metadata\": {\"total_size\": 8},"
            + " \"weight_map\": {\"a\": \"one.safetensors\", \"b\": \"two.safetensors\"}}";
    Mutations.ofJson(
        index,
        700,
        json -> load("model.safetensors.index.json", json.getBytes(StandardCharsets.UTF_8)));
  }

  private void load(String name, byte[] bytes) {
    folder.with(name, bytes);
    try (FolderStudentFiles files = FolderStudentFiles.open(path)) {
      files.fingerprint();
      files.specialTokens();
      files.chatTemplate();
      WeightSource weights = files.weights();
      for (String tensor : weights.names()) {
        long values = Arrays.stream(weights.shape(tensor)).reduce(1, (a, b) -> a * b);
        weights.stored(tensor);
        weights.read(tensor, 0, FloatBuffer.allocate((int) values));
      }
    }
  }
}
