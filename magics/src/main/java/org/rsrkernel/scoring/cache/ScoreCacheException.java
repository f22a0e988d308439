package org.rsrkernel.scoring.cache;

/** The cache folder cannot be read or written; scoring goes on without it. */
final class ScoreCacheException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ScoreCacheException(String message, Throwable cause) {
    super(message, cause);
  }
}
