package org.rsrkernel.student.template.syntax;

/** What Python takes for blank space. */
public final class Blank {

  private Blank() {}

  /** Whether {@code str.isspace} holds for the character. */
  public static boolean is(int character) {
    return (character >= 0x09 && character <= 0x0d)
        || (character >= 0x1c && character <= 0x20)
        || character == 0x85
        || character == 0xa0
        || character == 0x1680
        || (character >= 0x2000 && character <= 0x200a)
        || character == 0x2028
        || character == 0x2029
        || character == 0x202f
        || character == 0x205f
        || character == 0x3000;
  }

  static int skip(String text, int from) {
    int position = from;
    while (position < text.length() && is(text.charAt(position))) {
      position++;
    }
    return position;
  }

  static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
