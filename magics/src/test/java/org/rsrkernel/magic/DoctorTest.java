package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.view.Rendering;

class DoctorTest {

  @TempDir Path home;

  @Test
  void doctor_computesOnTheCpuAndSaysWhatIsMissing() throws Exception {
    try (RsrLines rsr = new RsrLines(home)) {
      assertThat(((Rendering) rsr.run("doctor")).text())
          .containsPattern("Engine +libtorch 2.7.1 for the CPU")
          .containsPattern("Devices +cpu computes right, tried in \\d+ ms")
          .containsPattern("Pictures +can be drawn")
          .contains("plotly.js was not found: figures stay pictures. Run ./install again.");
    }
  }

  @Test
  void report_tellsTheLastFailureAndNoPath() throws Exception {
    Path file = home.resolve("bug.md");
    try (RsrLines rsr = new RsrLines(home)) {
      assertThatThrownBy(() -> rsr.run("load missing-folder/nothing.jsonl"));
      rsr.run("doctor --report " + file);
    }
    assertThat(Files.readString(file))
        .contains("  at org.rsrkernel.magic.verb.LoadVerb")
        .doesNotContain(home.toString(), "nothing.jsonl");
  }
}
