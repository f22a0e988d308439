package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.student.StudentException;

/** Students from a local Hub that works, and from one that does not. */
class HubTest {

  private static final HubReference TINY = HubReference.parse("org/tiny").orElseThrow();
  private static final String WEIGHTS = "model.safetensors";
  private static final byte[] CONTENT = new byte[300_000];

  static {
    new Random(7).nextBytes(CONTENT);
  }

  @TempDir Path cache;
  private final HubServer server =
      new HubServer()
          .with("config.json", "{}")
          .with("tokenizer.json", "{\"model\": {}}")
          .with("README.md", "not needed")
          .with("pytorch_model.bin", "never fetched")
          .with(WEIGHTS, CONTENT);

  @AfterEach
  void stop() {
    server.close();
  }

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
      assertThat(blobs).noneMatch(blob -> blob.toString().endsWith(".incomplete"));
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
  void droppedConnection_isResumedWhereItEnded() throws Exception {
    server.failing(
        WEIGHTS,
        (exchange, content) ->
            HubServer.sendFrom(exchange, Arrays.copyOf(content, 100_000), 0, 200, 300_000));
    assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
    assertThat(server.requests())
        .anyMatch(request -> request.matches("GET /storage/.* bytes=[1-9]\\d*-"));
  }

  @Test
  void incompleteFileOfAnEarlierRun_isCompleted() throws Exception {
    Path blobs = Files.createDirectories(cache.resolve("models--org--tiny/blobs"));
    Files.write(
        blobs.resolve(HubServer.sha256(CONTENT) + ".incomplete"), Arrays.copyOf(CONTENT, 123_456));
    assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
    assertThat(server.requests()).contains("GET /storage/" + WEIGHTS + " bytes=123456-");
  }

  @Test
  void serverWithoutRanges_sendsItAllAgain() throws Exception {
    server
        .failing(
            WEIGHTS,
            (exchange, content) ->
                HubServer.sendFrom(exchange, Arrays.copyOf(content, 9), 0, 200, 300_000))
        .failing(
            WEIGHTS,
            (exchange, content) -> HubServer.sendFrom(exchange, content, 0, 200, content.length));
    assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
  }

  @Test
  void wrongContent_isFetchedOnceMore() throws Exception {
    server.failing(
        WEIGHTS,
        (exchange, content) ->
            HubServer.sendFrom(exchange, new byte[content.length], 0, 200, content.length));
    assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
  }

  @Test
  void contentThatStaysWrong_isRefusedAndNotKept() {
    HubServer.Fault tooLong =
        (exchange, content) -> HubServer.sendFrom(exchange, new byte[400_000], 0, 200, 400_000);
    server.failing(WEIGHTS, tooLong).failing(WEIGHTS, tooLong);
    failing()
        .hasMessageContaining(
            "model.safetensors cannot be fetched: what arrives is not the 300,000 bytes");
    assertThat(cache.resolve("models--org--tiny/blobs/" + HubServer.sha256(CONTENT)))
        .doesNotExist();
  }

  @Test
  void serverThatSendsNothing_isGivenUp() {
    for (int i = 0; i < 4; i++) {
      server.failing(WEIGHTS, (exchange, content) -> exchange.sendResponseHeaders(200, 300_000));
    }
    failing().hasMessageContaining("the connection breaks off again and again");
  }

  @Test
  void stalledTransfer_isBegunAnew() throws Exception {
    CountDownLatch finished = new CountDownLatch(1);
    server.failing(
        WEIGHTS,
        (exchange, content) -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content, 0, 50_000);
          exchange.getResponseBody().flush();
          await(finished);
        });
    Hub impatient = new Hub(settings(), Duration.ofMillis(200));
    try {
      assertThat(impatient.fetch(TINY, DownloadProgress.SILENT).resolve(WEIGHTS))
          .hasBinaryContent(CONTENT);
    } finally {
      finished.countDown();
    }
  }

  @Test
  void interruptedDownload_stopsAndKeepsWhatArrived() throws Exception {
    CountDownLatch arriving = new CountDownLatch(1);
    CountDownLatch finished = new CountDownLatch(1);
    server.failing(
        WEIGHTS,
        (exchange, content) -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content, 0, 50_000);
          exchange.getResponseBody().flush();
          await(finished);
        });
    AtomicReference<Throwable> outcome = new AtomicReference<>();
    Thread loading =
        new Thread(
            () -> {
              try {
                hub(server.address())
                    .fetch(
                        TINY,
                        (file, bytes, total) -> {
                          if (file.equals(WEIGHTS)) {
                            arriving.countDown();
                          }
                        });
              } catch (InterruptedException | RuntimeException e) {
                outcome.set(e);
              }
            });
    loading.start();
    await(arriving);
    loading.interrupt();
    loading.join(10_000);
    finished.countDown();
    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    assertThat(
            cache.resolve("models--org--tiny/blobs/" + HubServer.sha256(CONTENT) + ".incomplete"))
        .isNotEmptyFile();
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
  void endlessRedirects_areNotFollowed() {
    HubServer.Fault around =
        (exchange, content) -> {
          exchange.getResponseHeaders().set("Location", "/storage/" + WEIGHTS);
          exchange.sendResponseHeaders(302, -1);
        };
    for (int i = 0; i < 20; i++) {
      server.failing(WEIGHTS, around);
    }
    failing().hasMessageContaining("redirects more than 8 times");
  }

  @Test
  void gatedRepository_saysHowToGetIn() {
    server.refusing(403, "GatedRepo");
    failing()
        .hasMessage(
            "Cannot fetch org/tiny from the Hub: it is gated. Ask for access at "
                + server.address()
                + "/org/tiny and set HF_TOKEN to a token of your account.");
  }

  @Test
  void missingRepository_isNamed() {
    server.refusing(401, "RepoNotFound");
    failing()
        .hasMessage(
            "Cannot fetch org/tiny from the Hub: there is no such repository, or it is private and"
                + " HF_TOKEN is not set.");
  }

  @Test
  void missingRevision_isNamed() {
    server.refusing(404, "RevisionNotFound");
    HubReference reference = HubReference.parse("org/tiny@v2").orElseThrow();
    assertThatThrownBy(() -> hub(server.address()).fetch(reference, DownloadProgress.SILENT))
        .hasMessage("Cannot fetch org/tiny@v2 from the Hub: it has no revision 'v2'.");
  }

  @Test
  void unreachableHub_saysWhatToDo() {
    server.close();
    failing()
        .hasMessageStartingWith("Cannot fetch org/tiny from " + server.address())
        .hasMessageEndingWith("Check the network, or set HF_ENDPOINT to a mirror.");
  }

  @Test
  void offline_asksNobody() {
    assertThatThrownBy(() -> new Hub(settings().asOffline()).fetch(TINY, DownloadProgress.SILENT))
        .isInstanceOf(StudentException.class)
        .hasMessageStartingWith("org/tiny is not complete in " + cache);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void repositoryOfPickles_isRefusedBeforeAnythingIsFetched() {
    try (HubServer pickles =
        new HubServer().with("config.json", "{}").with("pytorch_model.bin", "x")) {
      assertThatThrownBy(() -> hub(pickles.address()).fetch(TINY, DownloadProgress.SILENT))
          .hasMessageStartingWith("org/tiny cannot be a student: its weights are pickles");
      assertThat(pickles.requests()).hasSize(1);
    }
  }

  private Path fetch() throws InterruptedException {
    return hub(server.address()).fetch(TINY, DownloadProgress.SILENT);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> failing() {
    return assertThatThrownBy(this::fetch).isInstanceOf(StudentException.class);
  }

  private Hub hub(URI endpoint) {
    return new Hub(new HubSettings(endpoint, cache, Optional.empty(), false));
  }

  private HubSettings settings() {
    return new HubSettings(server.address(), cache, Optional.empty(), false);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IOException("waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
