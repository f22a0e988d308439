package org.rsrkernel.student.weights;

import java.nio.FloatBuffer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** A tensor's bytes in a file and how they become floats. Immutable, thread-safe. */
public final class TensorData {

  private static final int CHUNK_VALUES = 1 << 16;
  private static final int THREADS = 2;

  private final WeightFile file;
  private final long offset;
  private final long rows;
  private final int rowValues;
  private final TensorDecoder decoder;
  private final LongUnaryOperator storedRow;
  private final int rowsAtOnce;

  private TensorData(
      WeightFile file,
      long offset,
      long rows,
      int rowValues,
      TensorDecoder decoder,
      LongUnaryOperator storedRow,
      int rowsAtOnce) {
    this.file = file;
    this.offset = offset;
    this.rows = rows;
    this.rowValues = rowValues;
    this.decoder = decoder;
    this.storedRow = storedRow;
    this.rowsAtOnce = rowsAtOnce;
  }

  /** A tensor of {@code values} values that are stored in the order they are asked for. */
  public static TensorData inOrder(
      WeightFile file, long offset, long values, TensorDecoder decoder) {
    int block = decoder.blockValues();
    return new TensorData(
        file,
        offset,
        values / block,
        block,
        decoder,
        LongUnaryOperator.identity(),
        CHUNK_VALUES / block);
  }

  /**
   * A tensor whose rows are stored in another order.
   *
   * @param rowValues values of a row, whole blocks of the decoder
   * @param storedRow where in the file the row asked for lies
   */
  public static TensorData inRows(
      WeightFile file,
      long offset,
      long rows,
      int rowValues,
      TensorDecoder decoder,
      LongUnaryOperator storedRow) {
    return new TensorData(file, offset, rows, rowValues, decoder, storedRow, 1);
  }

  /**
   * Writes values {@code [firstValue, …)} until {@code target} is full and moves its position
   * behind them, as {@code put} does. Both ends lie between rows, or blocks where values are in
   * order.
   */
  public void read(long firstValue, FloatBuffer target) {
    long firstRow = firstValue / rowValues;
    long count = target.remaining() / rowValues;
    if (firstValue % rowValues != 0
        || target.remaining() % rowValues != 0
        || firstRow < 0
        || count > rows - firstRow) {
      throw new IllegalArgumentException(
          "values [%d, %d) are not whole rows of a tensor of %d rows of %d values"
              .formatted(firstValue, firstValue + target.remaining(), rows, rowValues));
    }
    long chunks = (count + rowsAtOnce - 1) / rowsAtOnce;
    int threads = target.remaining() <= CHUNK_VALUES ? 1 : THREADS; // small ones are not worth two
    FloatBuffer out = target.slice();
    IntStream each = IntStream.range(0, threads);
    (threads == 1 ? each : each.parallel())
        .forEach(
            thread ->
                readChunks(
                    firstRow,
                    count,
                    chunks * thread / threads,
                    chunks * (thread + 1) / threads,
                    out));
    target.position(target.limit());
  }

  private void readChunks(long firstRow, long rowCount, long from, long to, FloatBuffer out) {
    float[] values = new float[(int) Math.min(rowsAtOnce, rowCount) * rowValues];
    byte[] stored = new byte[values.length / decoder.blockValues() * decoder.blockBytes()];
    long rowBytes = (long) rowValues / decoder.blockValues() * decoder.blockBytes();
    for (long chunk = from; chunk < to; chunk++) {
      long row = chunk * rowsAtOnce;
      int count = (int) Math.min(rowsAtOnce, rowCount - row) * rowValues;
      int blocks = count / decoder.blockValues();
      long at = offset + storedRow.applyAsLong(firstRow + row) * rowBytes;
      file.read(at, stored, blocks * decoder.blockBytes());
      decoder.decode(stored, blocks, values);
      out.put((int) (row * rowValues), values, 0, count);
    }
  }
}
