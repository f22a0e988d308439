package org.rsrkernel.kernel.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * {@code System.out} of cells. Cannot be closed by one, since later cells would print nothing.
 * Prints a line at once, so that no message ends before the line does.
 */
final class CellPrintStream extends PrintStream {
  CellPrintStream(OutputStream target) {
    super(target, false, UTF_8);
  }

  @Override
  public void println(String line) {
    print(line + System.lineSeparator());
  }

  @Override
  public void println(Object line) {
    println(String.valueOf(line));
  }

  @Override
  public void println(char[] line) {
    println(String.valueOf(line));
  }

  @Override
  public void println(boolean line) {
    println(String.valueOf(line));
  }

  @Override
  public void println(char line) {
    println(String.valueOf(line));
  }

  @Override
  public void println(int line) {
    println(String.valueOf(line));
  }

  @Override
  public void println(long line) {
    println(String.valueOf(line));
  }

  @Override
  public void println(float line) {
    println(String.valueOf(line));
  }

  @Override
  public void println(double line) {
    println(String.valueOf(line));
  }

  @Override
  public void close() {
    flush();
  }
}
