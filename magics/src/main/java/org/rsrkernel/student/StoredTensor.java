package org.rsrkernel.student;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A plain tensor in a file.
 *
 * @param offset bytes from the file's start
 * @param bytes its length
 */
public record StoredTensor(Path file, long offset, long bytes, StoredType type) {

  /** This tensor and the next as one; empty if the next does not lie right behind it. */
  public Optional<StoredTensor> joined(StoredTensor next) {
    boolean adjacent =
        next.file().equals(file) && next.offset() == offset + bytes && next.type() == type;
    return adjacent
        ? Optional.of(new StoredTensor(file, offset, bytes + next.bytes(), type))
        : Optional.empty();
  }

  /** How values are stored. */
  public enum StoredType {
    FLOAT32(4),
    FLOAT16(2),
    BFLOAT16(2);

    private final int bytes;

    StoredType(int bytes) {
      this.bytes = bytes;
    }

    /** The name users write, such as {@code bfloat16}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Bytes a value takes. */
    public int bytes() {
      return bytes;
    }
  }
}
