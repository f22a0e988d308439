package org.rsrkernel.student;

/** The type a student computes in. */
public enum ComputeType {
  FLOAT32(4),
  BFLOAT16(2),
  FLOAT16(2);

  private final int bytes;

  ComputeType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes a value takes. */
  public int bytes() {
    return bytes;
  }

  /** The name users write, such as {@code float32}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
