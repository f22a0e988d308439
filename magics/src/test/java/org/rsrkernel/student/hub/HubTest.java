package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.StudentException;

/** Students from a Hub that works. */
class HubTest extends LocalHub {

  @Test
  void student_isFetchedIntoTheCacheOfHuggingFace() throws Exception {
    Path folder = fetch();
    Path repository = cache.resolve("models--org--tiny");
    assertThat(folder).isEqualTo(repository.resolve("snapshots").resolve(HubServer.COMMIT));
    assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(CONTENT);
    assertThat(repository.resolve("refs/main")).hasContent(HubServer.COMMIT);
    assertThat(Files.readSymbolicLink(folder.resolve(WEIGHTS)))
        .isEqualTo(Path.of("../../blobs", HubServer.sha256(CONTENT)));
    assertThat(folder).isDirectoryNotContaining("glob:**.{bin,md}");
    try (var blobs = Files.list(repository.resolve("blobs"))) {
      assertThat(blobs).noneMatch(blob -> blob.toString().contains(".ranges"));
    }
  }

  @Test
  void cachedStudent_needsNoHub() throws Exception {
    Path folder = fetch();
    int asked = server.requests().size();
    assertThat(fetch()).isEqualTo(folder);
    assertThat(server.requests()).hasSize(asked);
    assertThat(new Hub(settings().asOffline()).fetch(TINY, DownloadProgress.SILENT))
        .isEqualTo(folder);
  }

  @Test
  void missingFileOfACachedStudent_isFetchedAlone() throws Exception {
    Path folder = fetch();
    Files.delete(folder.resolve("tokenizer.json"));
    fetch();
    assertThat(folder.resolve("tokenizer.json")).hasContent("{\"model\": {}}");
    assertThat(server.requests()).filteredOn(request -> request.contains("/storage/")).hasSize(1);
  }

  @Test
  void shards_areFetchedAsTheIndexSays() throws Exception {
    try (HubServer sharded =
        new HubServer()
            .with("config.json", "{}")
            .with("tokenizer.json", "{}")
            .with("one.safetensors", "1")
            .with("two.safetensors", "2")
            .with("other.safetensors", "not in the index")
            .with(
                "model.safetensors.index.json",
                "{\"weight_map\": {\"a\": \"one.safetensors\", \"b\": \"two.safetensors\"}}")) {
      Path folder = hub(sharded.address()).fetch(TINY, DownloadProgress.SILENT);
      assertThat(folder.resolve("one.safetensors")).hasContent("1");
      assertThat(folder.resolve("two.safetensors")).hasContent("2");
      assertThat(folder.resolve("other.safetensors")).doesNotExist();
    }
  }

  @Test
  void indexThatLeavesTheFolder_isRefused() {
    try (HubServer hostile =
        new HubServer()
            .with("config.json", "{}")
            .with("tokenizer.json", "{}")
            .with(
                "model.safetensors.index.json",
                "{\"weight_map\": {\"a\": \"../../../../evil.safetensors\"}}")) {
      assertThatThrownBy(() -> hub(hostile.address()).fetch(TINY, DownloadProgress.SILENT))
          .isInstanceOf(StudentException.class)
          .hasMessageContaining("not the name of a safetensors file in this folder");
    }
  }

  @Test
  void progress_endsAtTheWholeFile() throws Exception {
    Map<String, Long> last = new ConcurrentHashMap<>();
    hub(server.address())
        .fetch(
            TINY,
            (file, bytes, total) -> {
              assertThat(bytes).isLessThanOrEqualTo(total);
              last.put(file, bytes);
            });
    assertThat(last).containsEntry(WEIGHTS, 300_000L).containsEntry("config.json", 2L);
  }

  @Test
  void token_goesToTheHubButNotToTheStorage() throws Exception {
    HubSettings withToken =
        new HubSettings(server.address(), cache, Optional.of("hf_secret"), false);
    new Hub(withToken).fetch(TINY, DownloadProgress.SILENT);
    assertThat(server.requests())
        .filteredOn(request -> request.contains("/resolve/"))
        .allMatch(request -> request.endsWith("Bearer hf_secret"));
    assertThat(server.requests())
        .filteredOn(request -> request.contains("/storage/"))
        .isNotEmpty()
        .noneMatch(request -> request.contains("hf_secret"));
    assertThat(withToken.toString()).doesNotContain("hf_secret");
  }

  @Test
  void offline_asksNobody() {
    assertThatThrownBy(() -> new Hub(settings().asOffline()).fetch(TINY, DownloadProgress.SILENT))
        .isInstanceOf(StudentException.class)
        .hasMessageStartingWith("org/tiny is not complete in " + cache);
    assertThat(server.requests()).isEmpty();
  }
}
