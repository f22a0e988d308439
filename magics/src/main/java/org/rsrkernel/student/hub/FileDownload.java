package org.rsrkernel.student.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.rsrkernel.student.StudentException;

/** Fetches one file into the cache: resumed where an earlier try ended, checked when complete. */
final class FileDownload {

  private static final int BUFFER = 1 << 18;
  private static final int TRIES_WITHOUT_PROGRESS = 4;
  private static final int TRIES_WITH_WRONG_CONTENT = 2;

  private final HubClient client;
  private final HubCache cache;
  private final String commit;
  private final DownloadProgress progress;

  FileDownload(HubClient client, HubCache cache, String commit, DownloadProgress progress) {
    this.client = client;
    this.cache = cache;
    this.commit = commit;
    this.progress = progress;
  }

  /** Makes the file be in the commit's snapshot. */
  void fetch(String name) throws IOException, InterruptedException {
    if (Files.exists(cache.snapshot(commit).resolve(name))) {
      return;
    }
    RemoteFile remote = client.describe(commit, name);
    Path blob = cache.blob(remote.etag());
    Files.createDirectories(blob.getParent());
    try (BlobLock lock = BlobLock.take(cache.lock(remote.etag()))) {
      if (!Files.exists(blob)) {
        fetchBlob(remote, blob);
      }
      cache.link(commit, name, remote.etag());
    }
  }

  private void fetchBlob(RemoteFile remote, Path blob) throws IOException, InterruptedException {
    Path incomplete = blob.resolveSibling(blob.getFileName() + ".incomplete");
    checkRoom(remote, incomplete);
    int wrong = 0;
    int idle = 0;
    while (true) {
      createIfAbsent(incomplete);
      long before = Files.size(incomplete);
      if (before >= remote.size()) {
        if (ContentCheck.matches(incomplete, remote)) {
          Files.move(incomplete, blob, StandardCopyOption.ATOMIC_MOVE);
          return;
        }
        Files.delete(incomplete);
        if (++wrong == TRIES_WITH_WRONG_CONTENT) {
          throw wrongContent(remote);
        }
        continue;
      }
      String failure = receive(remote, incomplete);
      idle = Files.size(incomplete) > before ? 0 : idle + 1;
      if (idle == TRIES_WITHOUT_PROGRESS) {
        throw givenUp(remote, failure);
      }
    }
  }

  /**
   * One request; the file grows by what comes.
   *
   * @return why no more came
   */
  private String receive(RemoteFile remote, Path incomplete)
      throws IOException, InterruptedException {
    try (FileChannel file = FileChannel.open(incomplete, StandardOpenOption.WRITE)) {
      HttpResponse<InputStream> response = client.content(commit, remote.name(), file.size());
      try (InputStream body = response.body()) {
        if (!continues(response, file.size())) { // the server sends all of it, or nothing
          file.truncate(0);
        }
        if (response.statusCode() / 100 == 2) {
          copy(body, file.position(file.size()), remote);
        }
        return "the server sends no more";
      }
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) { // dropped: the next try goes on from there
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return String.valueOf(e.getMessage());
    }
  }

  /** Copies until the end, or until more has come than there should be. */
  private void copy(InputStream body, FileChannel file, RemoteFile remote)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER];
    try (StallGuard guard = client.guard(body)) {
      while (file.position() <= remote.size()) {
        int read = body.read(buffer);
        if (read < 0) {
          return;
        }
        guard.moved();
        file.write(ByteBuffer.wrap(buffer, 0, read));
        progress.update(remote.name(), Math.min(file.position(), remote.size()), remote.size());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
  }

  private static boolean continues(HttpResponse<?> response, long start) {
    String range = response.headers().firstValue("Content-Range").orElse("");
    return response.statusCode() == 206 && range.startsWith("bytes " + start + "-");
  }

  private static void createIfAbsent(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      return; // from an earlier try
    }
  }

  private static void checkRoom(RemoteFile remote, Path incomplete) throws IOException {
    long there = Files.exists(incomplete) ? Files.size(incomplete) : 0;
    long room = Files.getFileStore(incomplete.getParent()).getUsableSpace();
    if (remote.size() - there > room) {
      throw new StudentException(
          "%s needs %,d more bytes in %s, but only %,d are free. Make room, or set HF_HUB_CACHE."
              .formatted(remote.name(), remote.size() - there, incomplete.getParent(), room));
    }
  }

  private static StudentException wrongContent(RemoteFile remote) {
    return new StudentException(
        ("%s cannot be fetched: what arrives is not the %,d bytes with checksum %s that the Hub"
                + " promises. Load the student again later.")
            .formatted(remote.name(), remote.size(), remote.etag()));
  }

  private static StudentException givenUp(RemoteFile remote, String failure) {
    return new StudentException(
        ("%s cannot be fetched: the connection breaks off again and again (%s). Load the"
                + " student again; what has arrived is kept.")
            .formatted(remote.name(), failure));
  }
}
