package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.student.StudentException;

/** A local Hub with one student, and an empty cache. */
abstract class LocalHub {

  static final HubReference TINY = HubReference.parse("org/tiny").orElseThrow();
  static final String WEIGHTS = "model.safetensors";
  static final byte[] CONTENT = new byte[300_000];

  static {
    new Random(7).nextBytes(CONTENT);
  }

  @TempDir Path cache;

  final HubServer server =
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

  Path fetch() throws InterruptedException {
    return hub(server.address()).fetch(TINY, DownloadProgress.SILENT);
  }

  /** Fetches the weights in ranges of that many bytes. */
  Path fetchInRanges(long rangeBytes) throws InterruptedException {
    return inRanges(rangeBytes).fetch(TINY, DownloadProgress.SILENT).resolve(WEIGHTS);
  }

  Hub inRanges(long rangeBytes) {
    return new Hub(settings(), new TransferLimits(Duration.ofSeconds(60), rangeBytes));
  }

  AbstractThrowableAssert<?, ? extends Throwable> failing() {
    return assertThatThrownBy(this::fetch).isInstanceOf(StudentException.class);
  }

  Hub hub(URI endpoint) {
    return new Hub(new HubSettings(endpoint, cache, Optional.empty(), false));
  }

  HubSettings settings() {
    return new HubSettings(server.address(), cache, Optional.empty(), false);
  }

  static void await(CountDownLatch latch) throws IOException {
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
