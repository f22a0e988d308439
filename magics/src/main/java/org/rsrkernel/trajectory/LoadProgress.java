package org.rsrkernel.trajectory;

/** Is told how far a load has come, every few megabytes, on the loading thread. */
@FunctionalInterface
public interface LoadProgress {

  /** Tells nobody. */
  LoadProgress NONE = (rows, bytesRead, bytesTotal) -> {};

  /**
   * Takes note.
   *
   * @param rows rows read so far
   * @param bytesRead bytes of the files, as they lie on disk
   * @param bytesTotal of all files; 0 if unknown
   */
  void report(long rows, long bytesRead, long bytesTotal);
}
