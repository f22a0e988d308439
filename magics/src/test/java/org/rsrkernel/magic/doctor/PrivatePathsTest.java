package org.rsrkernel.magic.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivatePathsTest {

  @ParameterizedTest
  @CsvSource({
    "/home/ana/models/secret.gguf, …/",
    "'-cp /opt/java/lib/kernel-0.1.0.jar:/home/ana/x.jar', '-cp …/kernel-0.1.0.jar:…/x.jar'",
    "'Folder: /home/ana/.cache/rsr, 3.0 GB left', 'Folder: …/, 3.0 GB left'",
    "C:\\Users\\ana\\model.bin, …/",
    "/srv/torch/libtorch_cpu.so, …/libtorch_cpu.so",
    "ana at the office, USER at the office",
    "banana, banana",
    "Run ./install again, Run ./install again",
    "~/diary/monday.jsonl, …/",
    "'1/2 of 3.5 GB', '1/2 of 3.5 GB'"
  })
  void paths_loseWhatIsPrivate(String text, String hidden) {
    assertThat(PrivatePaths.hide(text, "ana")).isEqualTo(hidden);
  }
}
