package org.rsrkernel.student.decoder;

import java.util.List;

/**
 * How one of the program's weights is made: tensors of the files, one below the other.
 *
 * @param name the program's name for it
 * @param rowShape shape of the result without its first dimension
 */
record WeightRecipe(String name, List<Piece> pieces, List<Integer> rowShape) {

  /**
   * A tensor of the files.
   *
   * @param tensor its name there
   * @param rows its first dimension, once laid out
   */
  record Piece(String tensor, int rows, Layout layout) {}

  /** How a stored tensor differs from what the program multiplies with. */
  enum Layout {
    PLAIN,
    /** Stored as [in, out]. */
    TRANSPOSED,
    /** Query, key and value rows alternate from head to head. */
    HEAD_BY_HEAD
  }

  WeightRecipe {
    pieces = List.copyOf(pieces);
    rowShape = List.copyOf(rowShape);
  }

  /** The result's first dimension. */
  long rows() {
    return pieces.stream().mapToLong(Piece::rows).sum();
  }

  /** Values in one row. */
  long rowSize() {
    return rowShape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  /** Shape of the result. */
  long[] shape() {
    return shape(rows());
  }

  /** Shape of the result if it had that many rows. */
  long[] shape(long rows) {
    long[] shape = new long[rowShape.size() + 1];
    shape[0] = rows;
    for (int i = 0; i < rowShape.size(); i++) {
      shape[i + 1] = rowShape.get(i);
    }
    return shape;
  }
}
