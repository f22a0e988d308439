package org.rsrkernel.trajectory.format;

/**
 * Where a row was read.
 *
 * @param file the file's name as shown to the user
 * @param line 1-based line of a text file, 1-based row of a Parquet file or table
 */
public record Place(String file, long line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
