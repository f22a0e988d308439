package org.rsrkernel.student.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.rsrkernel.student.StudentException;

/**
 * Fetches the bytes that a file lacks, several ranges at once. A server that breaks off or refuses
 * is asked for fewer at once; one that knows no ranges sends all bytes to the first who asks.
 */
final class RangedTransfer {

  private static final int RANGES_AT_ONCE = 4;
  private static final int TRIES_WITHOUT_PROGRESS = 4;
  private static final int BUFFER = 1 << 18;

  private final HubClient client;
  private final String commit;
  private final RemoteFile remote;
  private final PartialFile file;
  private final DownloadProgress progress;

  RangedTransfer(
      HubClient client,
      String commit,
      RemoteFile remote,
      PartialFile file,
      DownloadProgress progress) {
    this.client = client;
    this.commit = commit;
    this.remote = remote;
    this.file = file;
    this.progress = progress;
  }

  /**
   * Fetches until nothing is missing.
   *
   * @param rangeBytes the most bytes that one request asks for
   * @throws StudentException if the server refuses, or several tries bring nothing
   */
  void complete(long rangeBytes) throws IOException, InterruptedException {
    int atOnce = RANGES_AT_ONCE;
    int idle = 0;
    for (List<ByteRange> missing = file.missing(rangeBytes);
        !missing.isEmpty();
        missing = file.missing(rangeBytes)) {
      long before = file.arrivedBytes();
      Round round = new Round(missing, Math.min(atOnce, missing.size()));
      round.run();
      idle = file.arrivedBytes() > before ? 0 : idle + 1;
      if (idle == TRIES_WITHOUT_PROGRESS) {
        throw givenUp(round.failure.get());
      }
      atOnce = Math.max(1, atOnce / 2); // whatever is missing now, a request has failed
    }
  }

  private synchronized void arrived(long position, ByteBuffer bytes) throws IOException {
    file.write(position, bytes);
    progress.update(remote.name(), file.arrivedBytes(), remote.size());
  }

  /** One try for everything that is missing. */
  private final class Round {

    private final Queue<ByteRange> waiting;
    private final int atOnce;
    private final Set<InputStream> bodies = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean wholeFileComes = new AtomicBoolean();
    private final AtomicReference<String> failure =
        new AtomicReference<>("the server sends no more");

    Round(List<ByteRange> missing, int atOnce) {
      this.waiting = new ConcurrentLinkedQueue<>(missing);
      this.atOnce = atOnce;
    }

    void run() throws IOException, InterruptedException {
      AtOnce.run(atOnce, Collections.nCopies(atOnce, this::fetchWaiting), this::closeBodies);
    }

    /** A read that waits does not hear an interrupt before Java 20. */
    private void closeBodies() {
      for (InputStream body : bodies) {
        try {
          body.close();
        } catch (IOException e) {
          failure.set(e.getMessage()); // closed as far as it can be
        }
      }
    }

    /** Fetches one range after the other; after a failure the rest is left to the others. */
    private void fetchWaiting() throws IOException, InterruptedException {
      try {
        for (ByteRange range = waiting.poll(); range != null; range = waiting.poll()) {
          if (!fetch(range)) {
            return;
          }
        }
      } catch (ClosedByInterruptException e) {
        throw AtOnce.interrupted(e);
      } catch (FileSystemException e) {
        throw e;
      } catch (IOException e) { // dropped: the next round goes on from there
        if (Thread.interrupted()) {
          throw AtOnce.interrupted(e);
        }
        failure.set(String.valueOf(e.getMessage()));
      } catch (StudentException e) { // may be no more than too many requests at once
        if (atOnce == 1) {
          throw e;
        }
        failure.set(e.getMessage());
      }
    }

    /** Whether the range has come and more may be asked for. */
    private boolean fetch(ByteRange range) throws IOException, InterruptedException {
      boolean all = range.length() == remote.size();
      HttpResponse<InputStream> response =
          client.content(commit, remote.name(), all ? Optional.empty() : Optional.of(range));
      try (InputStream body = response.body()) {
        if (response.statusCode() == 200) { // it knows no ranges
          if (wholeFileComes.compareAndSet(false, true)) {
            copy(body, new ByteRange(0, remote.size()));
          }
          return false;
        }
        if (isAnswer(response, range)) {
          return copy(body, range);
        }
        failure.set("the server does not answer with the bytes that it was asked for");
        return false;
      }
    }

    /** Copies until the range is there, whatever else may follow, or until no more comes. */
    private boolean copy(InputStream body, ByteRange range)
        throws IOException, InterruptedException {
      byte[] buffer = new byte[BUFFER];
      long at = range.start();
      bodies.add(body);
      try (StallGuard guard = client.guard(body)) {
        while (at < range.end()) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          int read = body.read(buffer, 0, (int) Math.min(buffer.length, range.end() - at));
          if (read < 0) {
            return false;
          }
          guard.moved();
          arrived(at, ByteBuffer.wrap(buffer, 0, read));
          at += read;
        }
        return true;
      } finally {
        bodies.remove(body);
      }
    }
  }

  private static boolean isAnswer(HttpResponse<?> response, ByteRange range) {
    String sent = response.headers().firstValue("Content-Range").orElse("");
    return response.statusCode() == 206 && sent.startsWith("bytes " + range.start() + "-");
  }

  private StudentException givenUp(String failure) {
    return new StudentException(
        ("%s cannot be fetched: the connection breaks off again and again (%s). Load the"
                + " student again; what has arrived is kept.")
            .formatted(remote.name(), failure));
  }
}
