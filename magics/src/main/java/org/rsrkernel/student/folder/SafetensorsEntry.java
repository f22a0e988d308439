package org.rsrkernel.student.folder;

import java.util.List;
import java.util.Optional;
import org.rsrkernel.student.StoredTensor.StoredType;
import org.rsrkernel.student.weights.FloatDecoder;
import org.rsrkernel.student.weights.TensorDecoder;

/**
 * A tensor as the header describes it.
 *
 * @param dtype the format's name, such as {@code BF16}
 * @param offset bytes from the file's start
 */
record SafetensorsEntry(String name, String dtype, List<Long> shape, long offset, long bytes) {

  /** The type, if it is one that weights are read in. */
  Optional<StoredType> type() {
    return switch (dtype) {
      case "F32" -> Optional.of(StoredType.FLOAT32);
      case "F16" -> Optional.of(StoredType.FLOAT16);
      case "BF16" -> Optional.of(StoredType.BFLOAT16);
      default -> Optional.empty();
    };
  }

  static TensorDecoder decoder(StoredType type) {
    return switch (type) {
      case FLOAT32 -> FloatDecoder.FLOAT32;
      case FLOAT16 -> FloatDecoder.FLOAT16;
      case BFLOAT16 -> FloatDecoder.BFLOAT16;
    };
  }
}
