package org.rsrkernel.student.gguf;

import java.util.List;

/**
 * A tensor as the file's table describes it.
 *
 * @param shape outermost dimension first, as PyTorch shows it
 * @param offset bytes from the file's start
 */
record GgufTensor(String name, List<Long> shape, GgufType type, long offset) {

  /** Number of values; checked to fit when the table was read. */
  long values() {
    return shape.stream().reduce(1L, (a, b) -> a * b);
  }

  /** Bytes it takes in the file. */
  long bytes() {
    return values() / type.blockValues() * type.blockBytes();
  }
}
