package org.rsrkernel.student.template.value;

/** Text in the making, paid for as it grows. */
public final class TextSink {

  private final StringBuilder text = new StringBuilder();
  private final Budget budget;

  public TextSink(Budget budget) {
    this.budget = budget;
  }

  public TextSink append(String part) {
    budget.allocate(part.length());
    text.append(part);
    return this;
  }

  TextSink append(char character) {
    budget.allocate(1);
    text.append(character);
    return this;
  }

  TextSink appendCodePoint(int codePoint) {
    budget.allocate(2);
    text.appendCodePoint(codePoint);
    return this;
  }

  public int length() {
    return text.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
