package org.rsrkernel.student;

import java.util.Locale;

/** What a user asks to compute in. */
public enum Dtype {
  /** The widest type that is fast on the device: bfloat16 on a GPU, float32 on the CPU. */
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

  ComputeType on(Device device) {
    return switch (this) {
      case AUTO -> device.isGpu() ? ComputeType.BFLOAT16 : ComputeType.FLOAT32;
      case FLOAT32 -> ComputeType.FLOAT32;
      case BFLOAT16 -> ComputeType.BFLOAT16;
      case FLOAT16 -> ComputeType.FLOAT16;
    };
  }
}
