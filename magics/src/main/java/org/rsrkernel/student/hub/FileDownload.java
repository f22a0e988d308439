package org.rsrkernel.student.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rsrkernel.student.StudentException;

/** Fetches one file into the cache: resumed where an earlier try ended, checked when complete. */
final class FileDownload {

  private static final int TRIES_WITH_WRONG_CONTENT = 2;

  private final HubClient client;
  private final HubCache cache;
  private final String commit;
  private final long rangeBytes;
  private final DownloadProgress progress;

  FileDownload(
      HubClient client, HubCache cache, String commit, long rangeBytes, DownloadProgress progress) {
    this.client = client;
    this.cache = cache;
    this.commit = commit;
    this.rangeBytes = rangeBytes;
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
    for (int tries = 0; tries < TRIES_WITH_WRONG_CONTENT; tries++) {
      try (PartialFile file = PartialFile.of(blob, remote.size())) {
        checkRoom(remote, file, blob.getParent());
        new RangedTransfer(client, commit, remote, file, progress).complete(rangeBytes);
        if (file.matches(remote)) {
          file.moveTo(blob);
          return;
        }
        file.discard();
      }
    }
    throw wrongContent(remote);
  }

  private static void checkRoom(RemoteFile remote, PartialFile file, Path folder)
      throws IOException {
    long needed = remote.size() - file.arrivedBytes();
    long room = Files.getFileStore(folder).getUsableSpace();
    if (needed > room) {
      throw new StudentException(
          "%s needs %,d more bytes in %s, but only %,d are free. Make room, or set HF_HUB_CACHE."
              .formatted(remote.name(), needed, folder, room));
    }
  }

  private static StudentException wrongContent(RemoteFile remote) {
    return new StudentException(
        ("%s cannot be fetched: what arrives is not the %,d bytes with checksum %s that the Hub"
                + " promises. Load the student again later.")
            .formatted(remote.name(), remote.size(), remote.etag()));
  }
}
