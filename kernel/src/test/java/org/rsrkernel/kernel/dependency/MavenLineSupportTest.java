package org.rsrkernel.kernel.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.kernel.extension.MagicCompletion;

class MavenLineSupportTest {

  @TempDir Path folder;
  private MavenLineSupport support;

  @BeforeEach
  void fillRepository() throws IOException {
    new FolderRepository(folder)
        .with("cage", "1.9")
        .with("cage", "1.10")
        .with("cat", "1.0")
        .with("dog", "2.0");
    support = new MavenLineSupport(folder);
  }

  @Test
  void complete_stepByStep() {
    assertThat(texts(" z")).containsExactly("zoo");
    assertThat(texts(" zoo.ca")).containsExactly("zoo:cage:", "zoo:cat:");
    assertThat(texts(" zoo:c")).containsExactly("zoo:cage:", "zoo:cat:");
    assertThat(texts(" zoo:cage:")).containsExactly("zoo:cage:1.10", "zoo:cage:1.9");
    assertThat(texts(" zoo:cage:1.9:")).isEmpty();
    assertThat(texts(" nowhere:x")).isEmpty();
  }

  @Test
  void complete_options() {
    assertThat(texts(" --o")).containsExactly("--offline");
    assertThat(texts(" ")).containsExactly("--offline", "--repo", "--sources", "zoo");
    assertThat(texts(" --repo ")).isEmpty();
  }

  @Test
  void complete_replacesTheWordAtTheCursor() {
    assertThat(support.complete(" zoo:dog: --offline", 9))
        .containsExactly(new MagicCompletion(1, 9, "zoo:dog:2.0", "library"));
  }

  private List<String> texts(String line) {
    return support.complete(line, line.length()).stream().map(MagicCompletion::text).toList();
  }
}
