package org.rsrkernel.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.kernel.magic.MagicUse.Position;

/**
 * Finds line magics in Java text. A {@code %name} is a magic where Java expects an operand, and the
 * remainder operator where Java expects an operator; comments and literals are skipped. At the
 * start of a top-level line a known magic's name wins, since a snippet before it may lack its
 * semicolon.
 */
final class MagicScanner {
  private static final Pattern NAME = Pattern.compile("%([A-Za-z_][A-Za-z_0-9]*)");
  private static final Set<String> BEFORE_OPERAND =
      Set.of("return", "throw", "case", "else", "do", "yield", "assert", "new");

  private final String code;
  private final Predicate<String> isKnownMagic;
  private final List<MagicUse> found = new ArrayList<>();
  private int at;
  private int braces;
  private int parentheses;
  private boolean operandEnded;
  private boolean statementBegins = true;

  MagicScanner(String code, Predicate<String> isKnownMagic) {
    this.code = code;
    this.isKnownMagic = isKnownMagic;
  }

  List<MagicUse> scan() {
    while (at < code.length()) {
      char c = code.charAt(at);
      if (code.startsWith("//", at)) {
        at = endOfLine(at);
      } else if (code.startsWith("/*", at)) {
        at = after("*/", at + 2);
      } else if (code.startsWith("\"\"\"", at)) {
        literal(endOfTextBlock());
      } else if (c == '"' || c == '\'') {
        literal(endOfLiteral(c));
      } else if (Character.isJavaIdentifierPart(c)) {
        word();
      } else if (code.startsWith("++", at) || code.startsWith("--", at)) {
        at += 2; // before or after an operand: neither begins nor ends one
      } else if (c == '%' && isMagic()) {
        magic();
      } else {
        punctuation(c);
      }
    }
    return found;
  }

  private void literal(int end) {
    at = end;
    operandEnded = true;
    statementBegins = false;
  }

  private void word() {
    int start = at;
    while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
      at++;
    }
    String word = code.substring(start, at);
    operandEnded = !BEFORE_OPERAND.contains(word);
    statementBegins = word.equals("else") || word.equals("do");
  }

  private void punctuation(char c) {
    at++;
    if (Character.isWhitespace(c)) {
      return;
    }
    switch (c) {
      case '{' -> braces++;
      case '}' -> braces = Math.max(0, braces - 1);
      case '(' -> parentheses++;
      case ')' -> parentheses = Math.max(0, parentheses - 1);
      default -> {}
    }
    operandEnded = c == ')' || c == ']';
    statementBegins = c == '{' || c == '}' || c == ';';
  }

  private boolean isMagic() {
    Matcher name = NAME.matcher(code).region(at, code.length());
    if (!name.lookingAt()) {
      return false;
    }
    boolean topLevel = braces == 0 && parentheses == 0;
    boolean startsLine = code.substring(code.lastIndexOf('\n', at) + 1, at).isBlank();
    return !operandEnded || (topLevel && startsLine && isKnownMagic.test(name.group(1)));
  }

  private void magic() {
    Matcher name = NAME.matcher(code).region(at, code.length());
    name.lookingAt();
    int end = endOfMagic(name.end());
    Position position = position(end);
    found.add(
        new MagicUse(at, end, name.group(1), code.substring(name.end(), end).strip(), position));
    at = end;
    operandEnded = position == Position.EXPRESSION;
    statementBegins = !operandEnded;
  }

  private Position position(int end) {
    if (parentheses > 0) {
      return Position.EXPRESSION;
    }
    if (statementBegins || operandEnded) {
      return braces > 0 ? Position.STATEMENT : Position.LINE;
    }
    boolean closed = end < code.length() && code.charAt(end) == ';';
    return closed ? Position.EXPRESSION : Position.LAST_EXPRESSION;
  }

  private int endOfMagic(int from) {
    char quote = 0;
    int open = 0;
    int end = from;
    for (; end < code.length() && code.charAt(end) != '\n'; end++) {
      char c = code.charAt(end);
      if (c == '\\' && quote != '\'' && end + 1 < code.length() && code.charAt(end + 1) != '\n') {
        end++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        open++;
      } else if (c == ')' && --open < 0 && parentheses > 0) {
        return end;
      } else if (c == ';' && endsStatement(end + 1)) {
        return end;
      }
    }
    return end;
  }

  private boolean endsStatement(int afterSemicolon) {
    String rest = code.substring(afterSemicolon, endOfLine(afterSemicolon)).strip();
    return rest.isEmpty() || rest.startsWith("//") || rest.startsWith("/*") || rest.startsWith("}");
  }

  private int endOfLine(int from) {
    int end = code.indexOf('\n', from);
    return end < 0 ? code.length() : end;
  }

  private int after(String closing, int from) {
    int close = code.indexOf(closing, from);
    return close < 0 ? code.length() : close + closing.length();
  }

  private int endOfTextBlock() {
    int end = at + 3;
    while (end < code.length() && !code.startsWith("\"\"\"", end)) {
      end += code.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 3, code.length());
  }

  private int endOfLiteral(char quote) {
    int end = at + 1;
    while (end < code.length() && code.charAt(end) != quote && code.charAt(end) != '\n') {
      end += code.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, code.length());
  }
}
