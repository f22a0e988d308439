package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.util.Optional;

/** The rows of one file in order, read as they are asked for. One thread. */
public interface RowSource extends AutoCloseable {

  /**
   * The next row, or empty at the end.
   *
   * @throws BrokenRowException if this row cannot be read; the source has moved on, so the next
   *     call gives the row after it
   */
  Optional<Row> next() throws IOException, BrokenRowException;

  /** Whether the first row has every field that any has, be it null, as in a table. */
  boolean haveSameFields();

  /** Bytes of the file consumed so far, for progress. */
  long bytesRead();

  @Override
  void close() throws IOException;
}
