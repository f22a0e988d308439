package org.rsrkernel.student;

import java.nio.file.Path;

/**
 * A plain tensor in a file.
 *
 * @param offset bytes from the file's start
 * @param bytes its length
 */
public record StoredTensor(Path file, long offset, long bytes, StoredType type) {

  /** How values are stored. */
  public enum StoredType {
    FLOAT32(4),
    FLOAT16(2),
    BFLOAT16(2);

    private final int bytes;

    StoredType(int bytes) {
      this.bytes = bytes;
    }

    /** Bytes a value takes. */
    public int bytes() {
      return bytes;
    }
  }
}
