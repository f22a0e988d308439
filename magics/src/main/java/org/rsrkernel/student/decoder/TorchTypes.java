package org.rsrkernel.student.decoder;

import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.StoredTensor.StoredType;

/** libtorch's numbers for types of values, fixed by c10/core/ScalarType.h. */
final class TorchTypes {

  static final long FLOAT16 = 5;
  static final long FLOAT32 = 6;
  static final long BFLOAT16 = 15;

  private TorchTypes() {}

  static long of(ComputeType type) {
    return switch (type) {
      case FLOAT32 -> FLOAT32;
      case FLOAT16 -> FLOAT16;
      case BFLOAT16 -> BFLOAT16;
    };
  }

  static long of(StoredType type) {
    return switch (type) {
      case FLOAT32 -> FLOAT32;
      case FLOAT16 -> FLOAT16;
      case BFLOAT16 -> BFLOAT16;
    };
  }
}
