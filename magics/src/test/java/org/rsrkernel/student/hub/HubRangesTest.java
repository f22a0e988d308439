package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.student.StudentException;

/** Large files come in several ranges at once, from good servers and bad ones. */
class HubRangesTest extends LocalHub {

  private static final int RANGE = 30_000;

  @Test
  void largeFile_comesInFourRangesAtOnce() throws Exception {
    CountDownLatch four = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      server.failing(
          WEIGHTS,
          (exchange, content) -> {
            four.countDown();
            await(four); // answers only when all four have asked
            server.sendAsAsked(exchange, content);
          });
    }
    assertThat(fetchInRanges(RANGE)).hasBinaryContent(CONTENT);
    assertThat(contentRequests())
        .hasSize(10)
        .contains(range(0, 29_999), range(30_000, 59_999), range(270_000, 299_999));
  }

  @Test
  void brokenOffRange_isResumedWhereItEnded() throws Exception {
    server.failing(
        WEIGHTS,
        (exchange, content) ->
            HubServer.sendFrom(exchange, Arrays.copyOf(content, 10_000), 0, 206, RANGE));
    assertThat(fetchInRanges(RANGE)).isRegularFile();
    assertThat(contentRequests()).hasSize(11);
  }

  @Test
  void rangesOfAnEarlierRun_areNotFetchedAgain() throws Exception {
    try (PartialFile earlier = PartialFile.of(blob(), CONTENT.length)) {
      earlier.write(100_000, ByteBuffer.wrap(CONTENT, 100_000, 150_000));
      earlier.write(0, ByteBuffer.wrap(CONTENT, 0, 90_000));
    }
    assertThat(fetchInRanges(RANGE)).hasBinaryContent(CONTENT);
    assertThat(contentRequests())
        .containsExactlyInAnyOrder(
            range(90_000, 99_999), range(250_000, 279_999), range(280_000, 299_999));
  }

  @Test
  void rangesWithoutAReadableNote_areFetchedAnew() throws Exception {
    try (PartialFile earlier = PartialFile.of(blob(), CONTENT.length)) {
      earlier.write(0, ByteBuffer.wrap(new byte[90_000]));
    }
    Files.writeString(blob().resolveSibling(blob().getFileName() + ".ranges.arrived"), "0 9e9");
    assertThat(fetchInRanges(RANGE)).hasBinaryContent(CONTENT);
    assertThat(contentRequests()).hasSize(10);
  }

  @Test
  void serverWithoutRanges_sendsTheWholeFileToOne() throws Exception {
    for (int i = 0; i < 4; i++) {
      server.failing(
          WEIGHTS,
          (exchange, content) -> HubServer.sendFrom(exchange, content, 0, 200, content.length));
    }
    assertThat(fetchInRanges(RANGE)).hasBinaryContent(CONTENT);
    assertThat(contentRequests()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void serverThatRefusesFourAtOnce_isAskedForTwo() throws Exception {
    for (int i = 0; i < 4; i++) {
      server.failing(WEIGHTS, (exchange, content) -> exchange.sendResponseHeaders(429, -1));
    }
    assertThat(fetchInRanges(RANGE)).hasBinaryContent(CONTENT);
    assertThat(contentRequests()).hasSize(14);
  }

  @Test
  void serverThatSendsOtherRanges_isGivenUp() {
    for (int i = 0; i < 20; i++) {
      server.failing(
          WEIGHTS, (exchange, content) -> HubServer.sendFrom(exchange, content, 7, 206, 299_993));
    }
    assertThatThrownBy(() -> fetchInRanges(RANGE))
        .isInstanceOf(StudentException.class)
        .hasMessageContaining("does not answer with the bytes that it was asked for");
  }

  /** Whatever the server does: the right file, or none and a message. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void wildServer_neverLeavesAWrongFile(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      server.failing(WEIGHTS, wild(random.nextInt(7), random.nextInt(RANGE)));
    }
    try {
      assertThat(fetchInRanges(RANGE)).hasBinaryContent(CONTENT);
    } catch (StudentException refused) {
      assertThat(refused)
          .hasMessageMatching("(?s).*(cannot be fetched|answered with status 503).*");
      assertThat(blob()).doesNotExist();
    }
    server.calm();
    assertThat(fetchInRanges(RANGE)).hasBinaryContent(CONTENT);
  }

  private HubServer.Fault wild(int kind, int bytes) {
    return switch (kind) {
      case 0 -> (exchange, content) -> exchange.sendResponseHeaders(503, -1);
      case 1 -> (exchange, content) -> exchange.sendResponseHeaders(206, RANGE);
      case 2 -> (exchange, content) -> HubServer.sendFrom(exchange, content, bytes, 206, 0);
      case 3 ->
          (exchange, content) ->
              HubServer.sendFrom(exchange, Arrays.copyOf(content, bytes), 0, 200, content.length);
      case 4 -> (exchange, content) -> HubServer.sendFrom(exchange, content, 0, 200, 0);
      case 5 -> (exchange, content) -> server.sendAsAsked(exchange, new byte[content.length]);
      default -> this::sendHalf;
    };
  }

  private void sendHalf(HttpExchange exchange, byte[] content) throws IOException {
    server.sendAsAsked(exchange, Arrays.copyOf(content, content.length / 2));
  }

  private Path blob() throws IOException {
    Path blobs = Files.createDirectories(cache.resolve("models--org--tiny/blobs"));
    return blobs.resolve(HubServer.sha256(CONTENT));
  }

  private List<String> contentRequests() {
    return server.requests().stream().filter(request -> request.contains("/storage/")).toList();
  }

  private static String range(int first, int last) {
    return "GET /storage/" + WEIGHTS + " bytes=" + first + "-" + last;
  }
}
