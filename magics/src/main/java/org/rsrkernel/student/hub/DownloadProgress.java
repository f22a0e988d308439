package org.rsrkernel.student.hub;

/** Hears how far a download is. Called from several threads at once. */
@FunctionalInterface
public interface DownloadProgress {

  /** For callers that do not care. */
  DownloadProgress SILENT = (file, bytes, total) -> {};

  /**
   * More of a file has arrived.
   *
   * @param file its name in the repository
   * @param bytes how many are there, counting those of an earlier try; may fall when a try fails
   * @param total how many the file has
   */
  void update(String file, long bytes, long total);
}
