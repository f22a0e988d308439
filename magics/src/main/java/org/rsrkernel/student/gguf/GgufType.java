package org.rsrkernel.student.gguf;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rsrkernel.student.StoredTensor.StoredType;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.weights.FloatDecoder;
import org.rsrkernel.student.weights.TensorDecoder;

/** The tensor types that are read, by their number in {@code enum ggml_type}. */
enum GgufType {
  F32(0, FloatDecoder.FLOAT32, StoredType.FLOAT32),
  F16(1, FloatDecoder.FLOAT16, StoredType.FLOAT16),
  BF16(30, FloatDecoder.BFLOAT16, StoredType.BFLOAT16),
  Q4_0(2, LegacyBlocks.Q4_0, null),
  Q4_1(3, LegacyBlocks.Q4_1, null),
  Q5_0(6, LegacyBlocks.Q5_0, null),
  Q5_1(7, LegacyBlocks.Q5_1, null),
  Q8_0(8, LegacyBlocks.Q8_0, null),
  Q4_K(12, KBlocks.Q4_K, null),
  Q5_K(13, KBlocks.Q5_K, null),
  Q6_K(14, KBlocks.Q6_K, null);

  private final int number;
  private final TensorDecoder decoder;
  private final StoredType plain;

  GgufType(int number, TensorDecoder decoder, StoredType plain) {
    this.number = number;
    this.decoder = decoder;
    this.plain = plain;
  }

  /** The type of that number, or an error that names the tensor. */
  static GgufType of(int number, String tensor, String path) {
    return Arrays.stream(values())
        .filter(type -> type.number == number)
        .findFirst()
        .orElseThrow(
            () ->
                new StudentException(
                    "%s: tensor '%s' is stored as %s, which is not supported. Supported: %s."
                        .formatted(path, tensor, GgmlTypeNames.of(number), supported())));
  }

  TensorDecoder decoder() {
    return decoder;
  }

  int blockValues() {
    return decoder.blockValues();
  }

  int blockBytes() {
    return decoder.blockBytes();
  }

  /** The plain type, if values are not quantised. */
  Optional<StoredType> plain() {
    return Optional.ofNullable(plain);
  }

  private static String supported() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
