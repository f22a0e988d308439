package org.rsrkernel.student.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates come with a model and are not trusted: none may hang the kernel or fill its memory. */
class HostileTemplatesTest {

  @Test
  void hostileTemplates_areStoppedInASmallHeap() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileTemplates.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> lines;
    try (BufferedReader output = process.inputReader()) {
      lines = output.lines().toList();
    }

    assertThat(process.waitFor()).as("%s", lines).isZero();
    assertThat(lines)
        .hasSameSizeAs(HostileTemplates.all().keySet())
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsPattern(
                        "The chat template was stopped (at line 1|while its responses were looked for): it "
                            + "|The chat template cannot be read: line 1: "));
  }
}
