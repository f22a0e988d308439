package org.rsrkernel.student.template.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Reads what stands between {@code {{ }}} or {@code {% %}}. */
final class TagLexer {

  private static final Set<String> OPERATORS =
      Set.of(
          "//", "**", "==", "!=", ">=", "<=", "+", "-", "*", "/", "%", "~", "[", "]", "(", ")", "{",
          "}", ">", "<", "=", ".", ":", "|", ",", ";");

  private final String source;
  private final LineIndex lines;
  private final List<Token> tokens;
  private final Deque<String> openBrackets = new ArrayDeque<>();
  private int position;

  TagLexer(String source, LineIndex lines, List<Token> tokens) {
    this.source = source;
    this.lines = lines;
    this.tokens = tokens;
  }

  /** Reads a tag whose inside starts at {@code inside}; returns the position after it. */
  int read(int tag, int inside, boolean block) {
    position = inside;
    add(block ? TokenType.BLOCK_BEGIN : TokenType.VARIABLE_BEGIN, null, tag);
    while (true) {
      position = Blank.skip(source, position);
      if (position >= source.length()) {
        throw new TemplateSyntaxException("the tag is not closed", lines.lineOf(tag));
      }
      int start = position;
      if (openBrackets.isEmpty() && skipEnd(block)) {
        add(block ? TokenType.BLOCK_END : TokenType.VARIABLE_END, null, start);
        return position;
      }
      readToken(start);
    }
  }

  private boolean skipEnd(boolean block) {
    String end = block ? "%}" : "}}";
    if (source.startsWith("-" + end, position)) {
      position = Blank.skip(source, position + 3);
      return true;
    }
    if (block && source.startsWith("+" + end, position)) {
      position += 3;
      return true;
    }
    if (!source.startsWith(end, position)) {
      return false;
    }
    position += 2;
    if (block && position < source.length() && source.charAt(position) == '\n') {
      position++;
    }
    return true;
  }

  private void readToken(int start) {
    int first = source.codePointAt(start);
    if (first >= '0' && first <= '9') {
      NumberLiteral number = NumberLiteral.at(source, start);
      position = number.end();
      boolean floating = number.value() instanceof Double;
      add(floating ? TokenType.FLOAT : TokenType.INTEGER, number.value(), start);
    } else if (first == '_' || Character.isUnicodeIdentifierStart(first)) {
      while (position < source.length() && isNamePart(source.codePointAt(position))) {
        position += Character.charCount(source.codePointAt(position));
      }
      add(TokenType.NAME, source.substring(start, position), start);
    } else if (first == '\'' || first == '"') {
      readString(start, (char) first);
    } else {
      readOperator(start);
    }
  }

  private static boolean isNamePart(int character) {
    return Character.isUnicodeIdentifierPart(character)
        && !Character.isIdentifierIgnorable(character);
  }

  private void readString(int start, char quote) {
    int at = start + 1;
    while (at < source.length() && source.charAt(at) != quote) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= source.length()) {
      throw new TemplateSyntaxException("the string is not closed", lines.lineOf(start));
    }
    position = at + 1;
    String text = StringLiteral.unescape(source.substring(start + 1, at), lines.lineOf(start));
    add(TokenType.STRING, text, start);
  }

  private void readOperator(int start) {
    String operator = operatorAt(start);
    switch (operator) {
      case "(" -> openBrackets.push(")");
      case "[" -> openBrackets.push("]");
      case "{" -> openBrackets.push("}");
      case ")", "]", "}" -> {
        if (openBrackets.isEmpty() || !openBrackets.pop().equals(operator)) {
          throw new TemplateSyntaxException("unexpected '" + operator + "'", lines.lineOf(start));
        }
      }
      default -> {} // nothing to balance
    }
    position += operator.length();
    add(TokenType.OPERATOR, operator, start);
  }

  private String operatorAt(int start) {
    for (int length = 2; length > 0; length--) {
      String candidate = source.substring(start, Math.min(start + length, source.length()));
      if (OPERATORS.contains(candidate)) {
        return candidate;
      }
    }
    throw new TemplateSyntaxException(
        "unexpected character '" + Character.toString(source.codePointAt(start)) + "'",
        lines.lineOf(start));
  }

  private void add(TokenType type, Object value, int start) {
    tokens.add(new Token(type, value, lines.lineOf(start)));
  }
}
