package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Students from a Hub whose connections break off, stall and lie. */
class HubTransferTest extends LocalHub {

  @Test
  void droppedConnection_isResumedWhereItEnded() throws Exception {
    server.failing(
        WEIGHTS,
        (exchange, content) ->
            HubServer.sendFrom(exchange, Arrays.copyOf(content, 100_000), 0, 200, 300_000));
    assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
    assertThat(server.requests())
        .anyMatch(request -> request.matches("GET /storage/.* bytes=[1-9]\\d*-299999"));
  }

  @Test
  void incompleteFileOfAnEarlierRun_isCompleted() throws Exception {
    Path blobs = Files.createDirectories(cache.resolve("models--org--tiny/blobs"));
    Files.write(
        blobs.resolve(HubServer.sha256(CONTENT) + ".incomplete"), Arrays.copyOf(CONTENT, 123_456));
    assertThat(fetch().resolve(WEIGHTS)).hasBinaryContent(CONTENT);
    assertThat(server.requests()).contains("GET /storage/" + WEIGHTS + " bytes=123456-299999");
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
    Hub impatient = new Hub(settings(), new TransferLimits(Duration.ofMillis(200), 300_000));
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
    assertThat(cache.resolve("models--org--tiny/blobs/" + HubServer.sha256(CONTENT) + ".ranges"))
        .isNotEmptyFile();
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
}
