package org.rsrkernel.student.template.evaluation;

/** The line that is running. */
final class Position {

  private int line = 1;

  void at(int newLine) {
    line = newLine;
  }

  int line() {
    return line;
  }
}
