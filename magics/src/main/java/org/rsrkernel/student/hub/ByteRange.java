package org.rsrkernel.student.hub;

/**
 * Part of a file.
 *
 * @param start its first byte
 * @param end the byte after its last
 */
record ByteRange(long start, long end) {

  ByteRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no range of bytes: " + start + " to " + end);
    }
  }

  long length() {
    return end - start;
  }
}
