package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.TinyStudentFiles;
import org.rsrkernel.student.TinyTextStudent;
import org.rsrkernel.student.folder.FolderStudentFiles;

/**
 * Weight files that another program changes while a student is in use. They are mapped: a pass that
 * touched what was cut off would end the process.
 */
class ChangedWeightsTest {

  private static final PackedBatch BATCH =
      TinyBatches.alone(TinyStudentFiles.of("llama").expected().get("sequences").get(1));

  @TempDir Path folder;
  private Path weights;
  private Student student;
  private float[] before;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    weights = TinyTextStudent.write("llama", folder).resolve("model.safetensors");
    Files.setLastModifiedTime(weights, FileTime.fromMillis(1_000_000));
    student = Student.open(FolderStudentFiles.open(folder), TinyBatches.onCpu(Dtype.FLOAT32));
    before = student.forward(BATCH).surprisal();
  }

  @AfterEach
  void close() {
    student.close();
  }

  @Test
  void fileCutShort_isNoticedBeforeThePass() throws IOException {
    try (FileChannel file = FileChannel.open(weights, StandardOpenOption.WRITE)) {
      file.truncate(100);
    }
    assertRefused();
  }

  @Test
  void fileWrittenTo_isNoticedBeforeThePass() throws IOException {
    Files.write(weights, new byte[] {1}, StandardOpenOption.WRITE);
    assertRefused();
  }

  @Test
  void fileReplacedByAnother_staysAsItWas() throws IOException, InterruptedException {
    Path other = Files.write(folder.resolve("other"), new byte[10]);
    Files.move(other, weights, StandardCopyOption.REPLACE_EXISTING);

    assertThat(student.forward(BATCH).surprisal()).isEqualTo(before);
  }

  private void assertRefused() {
    assertThatThrownBy(() -> student.forward(BATCH))
        .isInstanceOf(StudentException.class)
        .hasMessage(
            weights + " was written to while its student is in use. Load the student again.");
  }
}
