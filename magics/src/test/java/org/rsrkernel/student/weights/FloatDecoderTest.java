package org.rsrkernel.student.weights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bit patterns of IEEE 754 half precision and of bfloat16, and their values. */
class FloatDecoderTest {

  @ParameterizedTest
  @CsvSource({
    "0x0000, 0.0",
    "0x8000, -0.0",
    "0x3c00, 1.0",
    "0xc000, -2.0",
    "0x7bff, 65504.0",
    "0x0001, 5.9604644775390625e-8",
    "0x03ff, 6.097555160522461e-5",
    "0x0400, 6.103515625e-5",
    "0x7c00, Infinity",
    "0xfc00, -Infinity",
    "0x7e00, NaN",
    "0x3555, 0.333251953125"
  })
  void half_isExact(String bits, float value) {
    assertThat(decode(FloatDecoder.FLOAT16, bits)).isEqualTo(Float.valueOf(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0x3f80, 1.0",
    "0xc000, -2.0",
    "0x0000, 0.0",
    "0x8000, -0.0",
    "0x7f80, Infinity",
    "0x3eab, 0.333984375",
    "0x0001, 9.183549615799121e-41"
  })
  void bfloat16_isExact(String bits, float value) {
    assertThat(decode(FloatDecoder.BFLOAT16, bits)).isEqualTo(Float.valueOf(value));
  }

  private static float decode(FloatDecoder decoder, String bits) {
    int pattern = Integer.decode(bits);
    float[] value = new float[1];
    decoder.decode(new byte[] {(byte) pattern, (byte) (pattern >> 8)}, 1, value);
    return value[0];
  }
}
