package org.rsrkernel.student;

import java.util.Locale;

/** What a user asks to compute in. */
public enum Dtype {
  /**
   * bfloat16 if weights are stored in half precision and the device is fast at it, else float32.
   */
  AUTO,
  FLOAT32,
  BFLOAT16,
  FLOAT16;

  /** Reads {@code auto}, {@code float32}, {@code bfloat16} or {@code float16}. */
  public static Dtype parse(String text) {
    for (Dtype dtype : values()) {
      if (dtype.label().equals(text)) {
        return dtype;
      }
    }
    throw new StudentException(
        "unknown dtype '%s': auto, float32, bfloat16 and float16 are known".formatted(text));
  }

  /** The name users write. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
