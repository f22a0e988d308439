package org.rsrkernel.student.folder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.student.StudentException;

/** Folders that are no students, or damaged ones: what, where, what to do. */
class RefusedFolderTest {

  @TempDir Path folder;

  @Test
  void folderWithoutConfig_isNoStudent() {
    opening().hasMessage(folder + " is not a student's folder: it has no config.json.");
  }

  @Test
  void missingFolder_isNamed() {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> FolderStudentFiles.open(absent))
        .isInstanceOf(StudentException.class)
        .hasMessageStartingWith("Cannot open the folder " + absent);
  }

  @Test
  void cyclicLinks_areNamed() throws IOException {
    Files.createSymbolicLink(folder.resolve("a"), folder.resolve("b"));
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
    assertThatThrownBy(() -> FolderStudentFiles.open(folder.resolve("a")))
        .isInstanceOf(StudentException.class)
        .hasMessageStartingWith("Cannot open the folder " + folder.resolve("a"));
  }

  @Test
  void brokenJson_isNamedWithItsLine() {
    student().with("config.json", "{\n\"a\": 1,\n\"b\" 2}");
    opening().hasMessageContaining("config.json, line 3: not valid JSON");
  }

  @Test
  void pickledWeights_areRefusedWithTheRemedy() {
    student().with("pytorch_model.bin", "x");
    opening()
        .hasMessageContaining("pytorch_model.bin is a pickle, which runs code when it is opened")
        .hasMessageContaining("save_pretrained");
  }

  @Test
  void ggufInTheFolder_isPointedAt() {
    student().with("student.gguf", "x");
    opening().hasMessageContaining("name the GGUF file itself: ");
  }

  @Test
  void sentencePieceModelAlone_getsTheRemedy() throws IOException {
    student().with("tokenizer.model", "x").with("model.safetensors", StudentFolder.oneTensor("a"));
    Files.delete(folder.resolve("tokenizer.json"));
    opening().hasMessageContaining("has tokenizer.model but no tokenizer.json. Make one in Python");
  }

  @Test
  void indexThatLeavesTheFolder_isRefused() {
    index("../secret.safetensors")
        .hasMessageContaining(
            "places tensor 'a' in '../secret.safetensors', which is not the name");
  }

  @Test
  void indexThatNamesAPickle_isRefused() {
    index("pytorch_model.bin").hasMessageContaining("which is not the name of a safetensors file");
  }

  @Test
  void missingShard_isNamed() {
    index("one.safetensors").hasMessageContaining("lacks 1 of 1 weight files: one.safetensors");
  }

  @Test
  void tensorMissingFromItsShard_isNamed() {
    student().with("one.safetensors", StudentFolder.oneTensor("b"));
    index("one.safetensors")
        .hasMessageContaining("the index places tensor 'a' here, but it is not");
  }

  @Test
  void truncatedWeights_areRefused() {
    weights("{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}}", 4)
        .hasMessageContaining("tensor 'a' ends at byte 77, but the file has 73")
        .hasMessageEndingWith("Fetch the file again.");
  }

  @Test
  void overlappingTensors_areRefused() {
    weights(
            """
            {"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},
             "b": {"dtype": "F32", "shape": [1], "data_offsets": [2, 6]}}
            """,
            6)
        .hasMessageContaining("tensor 'b' begins at byte");
  }

  @Test
  void shapeThatDoesNotFitItsBytes_isRefused() {
    weights("{\"a\": {\"dtype\": \"F16\", \"shape\": [3], \"data_offsets\": [0, 4]}}", 4)
        .hasMessageContaining("tensor 'a' of shape [3] and dtype F16 has 4 bytes");
  }

  @Test
  void repeatedTensor_isRefused() {
    weights(
            """
            {"a": {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]},
             "a": {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]}}
            """,
            2)
        .hasMessageContaining("Duplicate field 'a'");
  }

  @Test
  void hugeHeader_isRefusedBeforeItIsRead() {
    byte[] file = StudentFolder.safetensors("{}");
    file[6] = 1;
    student().with("model.safetensors", file);
    opening().hasMessageContaining("its header should have 281474976710658 bytes");
  }

  @Test
  void linkThatLeadsNowhere_isNotTakenForAMissingFile() throws IOException {
    student();
    Files.createSymbolicLink(folder.resolve("model.safetensors"), Path.of("../../blobs/gone"));
    opening()
        .hasMessage(
            folder.resolve("model.safetensors")
                + " is a link that leads nowhere. Fetch the file again.");
  }

  @Test
  void textBehindTheJson_isRefused() {
    student().with("config.json", "{\"model_type\": \"llama\"}}");
    opening().hasMessageContaining("config.json, line 1: not valid JSON: ");
  }

  @Test
  void textOfAnotherEncoding_isNamed() {
    student().with("config.json", new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'});
    opening().hasMessageEndingWith("config.json: it is not text in UTF-8.");
  }

  @Test
  void rootOfAllFolders_isNoStudent() {
    assertThatThrownBy(() -> FolderStudentFiles.open(folder.getRoot()))
        .hasMessage("/ is not a student's folder: it has no config.json.");
  }

  private StudentFolder student() {
    return StudentFolder.in(folder);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> index(String shard) {
    StudentFolder student = new StudentFolder(folder);
    if (!Files.exists(folder.resolve("config.json"))) {
      student = student();
    }
    student.with("model.safetensors.index.json", "{\"weight_map\": {\"a\": \"" + shard + "\"}}");
    return opening();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> weights(String header, int dataBytes) {
    student().with("model.safetensors", StudentFolder.safetensors(header, new byte[dataBytes]));
    return opening();
  }

  private AbstractThrowableAssert<?, ? extends Throwable> opening() {
    return assertThatThrownBy(() -> FolderStudentFiles.open(folder))
        .isInstanceOf(StudentException.class);
  }
}
