package org.rsrkernel.student.weights;

/** IEEE 754 half precision. Java 17 has no conversion of its own. */
public final class Float16 {

  private static final float[] VALUES = new float[1 << 16];

  static {
    for (int bits = 0; bits < VALUES.length; bits++) {
      VALUES[bits] = valueOf(bits);
    }
  }

  private Float16() {}

  /** The float whose 16 bits lie at {@code index}, low byte first. */
  public static float at(byte[] stored, int index) {
    return VALUES[(stored[index] & 0xff) | (stored[index + 1] & 0xff) << 8];
  }

  private static float valueOf(int bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    if (exponent == 0x1f) { // infinite, or not a number: the payload is kept
      return Float.intBitsToFloat(sign | 0x7f800000 | fraction << 13);
    }
    if (exponent == 0) { // zero or subnormal: a multiple of 2^-24, exact in float32
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    return Float.intBitsToFloat(sign | (exponent + 112) << 23 | fraction << 13);
  }
}
