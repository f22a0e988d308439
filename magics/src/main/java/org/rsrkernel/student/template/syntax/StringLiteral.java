package org.rsrkernel.student.template.syntax;

/** Python's escapes in a string: what {@code unicode-escape} decodes. */
final class StringLiteral {

  private final String body;
  private final int line;
  private final StringBuilder text = new StringBuilder();
  private int position;

  private StringLiteral(String body, int line) {
    this.body = body;
    this.line = line;
  }

  static String unescape(String body, int line) {
    if (body.indexOf('\\') < 0) {
      return body;
    }
    return new StringLiteral(body, line).decode();
  }

  private String decode() {
    while (position < body.length()) {
      char character = body.charAt(position++);
      if (character == '\\') {
        decodeEscape(body.charAt(position++));
      } else {
        text.append(character);
      }
    }
    return text.toString();
  }

  private void decodeEscape(char escape) {
    switch (escape) {
      case '\n' -> {} // a line break that the escape hides
      case '\\', '\'', '"' -> text.append(escape);
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'r' -> text.append('\r');
      case 'a' -> text.append('\u0007');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'v' -> text.append('\u000b');
      case 'x' -> appendHex(2);
      case 'u' -> appendHex(4);
      case 'U' -> appendHex(8);
      case 'N' -> appendNamed();
      case '0', '1', '2', '3', '4', '5', '6', '7' -> appendOctal();
      default -> text.append('\\').append(escape);
    }
  }

  private void appendHex(int digits) {
    int end = position + digits;
    if (end > body.length() || !body.substring(position, end).matches("[0-9a-fA-F]+")) {
      throw new TemplateSyntaxException("truncated escape in a string", line);
    }
    long codePoint = Long.parseLong(body.substring(position, end), 16);
    if (codePoint > Character.MAX_CODE_POINT) {
      throw new TemplateSyntaxException("illegal Unicode character in a string", line);
    }
    text.appendCodePoint((int) codePoint);
    position = end;
  }

  private void appendNamed() {
    int close = body.indexOf('}', position);
    if (close < 0 || body.charAt(position) != '{') {
      throw new TemplateSyntaxException("malformed \\N escape in a string", line);
    }
    try {
      text.appendCodePoint(Character.codePointOf(body.substring(position + 1, close)));
    } catch (IllegalArgumentException unknown) {
      throw new TemplateSyntaxException("unknown Unicode character name in a string", line);
    }
    position = close + 1;
  }

  private void appendOctal() {
    int value = 0;
    position--;
    for (int digits = 0; digits < 3 && position < body.length(); digits++) {
      int digit = body.charAt(position) - '0';
      if (digit < 0 || digit > 7) {
        break;
      }
      value = value * 8 + digit;
      position++;
    }
    text.append((char) value);
  }
}
