package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "Qwen/Qwen2.5-0.5B, Qwen/Qwen2.5-0.5B, main",
    "org/name@v1.0, org/name, v1.0",
    "org/name@refs/pr/1, org/name, refs/pr/1"
  })
  void reference_hasRepositoryAndRevision(String text, String repository, String revision) {
    assertThat(HubReference.parse(text)).contains(new HubReference(repository, revision));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "a/b/c",
        "../b",
        "a/..",
        "a/b@",
        "a/b@../c",
        "a/b@x//y",
        "/a/b",
        "a/b c"
      })
  void otherText_isNoReference(String text) {
    assertThat(HubReference.parse(text)).isEmpty();
  }

  @Test
  void name_leavesOutTheDefaultRevision() {
    assertThat(new HubReference("a/b", "main")).hasToString("a/b");
    assertThat(new HubReference("a/b", "dev")).hasToString("a/b@dev");
  }
}
