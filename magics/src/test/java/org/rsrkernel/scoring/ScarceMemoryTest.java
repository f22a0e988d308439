package org.rsrkernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.ChildJvm;
import org.rsrkernel.student.TinyTextStudent;

/** A machine that has a quarter of the memory that a batch is reckoned to need. */
class ScarceMemoryTest {

  @Test
  void batchThatDoesNotFit_isHalvedAndScoredAlike(@TempDir Path folder) throws Exception {
    Path student = TinyTextStudent.write("llama", folder.resolve("student"));
    ProcessBuilder start = ChildJvm.of(ScarceMemoryProcess.class, student.toString());
    start.environment().put("MALLOC_ARENA_MAX", "1"); // others take address space for later
    Process process = start.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines())
        .contains("one pass: not enough memory for the decoder's layer", "scored alike: 400");
  }
}
