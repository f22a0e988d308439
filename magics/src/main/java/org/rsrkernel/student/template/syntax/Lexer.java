package org.rsrkernel.student.template.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a template into tokens as Jinja2 does with {@code trim_blocks} and {@code lstrip_blocks}: a
 * newline after a block or comment goes, and so does blank space from a line's start to a block or
 * comment, unless a {@code +} keeps it; a {@code -} takes all blank space on its side.
 */
final class Lexer {

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private final LineIndex lines;
  private int position;
  private boolean lineStarts = true;

  private Lexer(String source) {
    this.source = source;
    this.lines = new LineIndex(source);
  }

  static List<Token> tokens(String template) {
    String source = template.replace("\r\n", "\n").replace('\r', '\n');
    if (source.endsWith("\n")) {
      source = source.substring(0, source.length() - 1);
    }
    Lexer lexer = new Lexer(source);
    while (lexer.position < source.length()) {
      lexer.readTextAndTag();
    }
    lexer.tokens.add(new Token(TokenType.END, null, lexer.lines.lineOf(source.length())));
    return lexer.tokens;
  }

  private void readTextAndTag() {
    int tag = nextTag(position);
    if (tag < 0) {
      addData(source.substring(position), position);
      position = source.length();
      return;
    }
    char kind = source.charAt(tag + 1);
    RawTag raw = kind == '%' ? RawTag.at(source, tag, "raw") : null;
    char sign = signAt(tag + 2);
    addData(stripped(source.substring(position, tag), sign, kind != '{'), position);
    if (raw != null) {
      position = raw.end();
      lineStarts = endsLine();
      readRaw(tag);
      return;
    }
    int inside = tag + (sign == ' ' ? 2 : 3);
    if (kind == '#') {
      readComment(tag, inside);
    } else {
      TagLexer lexer = new TagLexer(source, lines, tokens);
      position = lexer.read(tag, inside, kind == '%');
    }
    lineStarts = endsLine();
  }

  private int nextTag(int from) {
    for (int at = source.indexOf('{', from);
        at >= 0 && at + 1 < source.length();
        at = source.indexOf('{', at + 1)) {
      char kind = source.charAt(at + 1);
      if (kind == '%' || kind == '{' || kind == '#') {
        return at;
      }
    }
    return -1;
  }

  private void readComment(int tag, int inside) {
    int close = source.indexOf("#}", inside);
    if (close < 0) {
      throw new TemplateSyntaxException("Missing end of comment tag", lines.lineOf(tag));
    }
    char sign = close > inside ? source.charAt(close - 1) : ' ';
    position = close + 2;
    if (sign == '-') {
      position = Blank.skip(source, position);
    } else if (sign != '+') {
      skipNewline();
    }
  }

  private void readRaw(int tag) {
    int start = position;
    for (int at = source.indexOf("{%", start); at >= 0; at = source.indexOf("{%", at + 2)) {
      RawTag end = RawTag.at(source, at, "endraw");
      if (end != null) {
        addData(stripped(source.substring(start, at), signAt(at + 2), true), start);
        position = end.end();
        lineStarts = endsLine();
        return;
      }
    }
    throw new TemplateSyntaxException("Missing end of raw directive", lines.lineOf(tag));
  }

  private String stripped(String text, char sign, boolean lineStatement) {
    if (sign == '-') {
      return Blank.stripEnd(text);
    }
    if (sign == '+' || !lineStatement) {
      return text;
    }
    int lastLine = text.lastIndexOf('\n') + 1;
    boolean ownLine = lastLine > 0 || lineStarts;
    return ownLine && Blank.skip(text, lastLine) == text.length()
        ? text.substring(0, lastLine)
        : text;
  }

  private void addData(String text, int start) {
    if (!text.isEmpty()) {
      tokens.add(new Token(TokenType.DATA, text, lines.lineOf(start)));
    }
  }

  private char signAt(int at) {
    char sign = at < source.length() ? source.charAt(at) : ' ';
    return sign == '-' || sign == '+' ? sign : ' ';
  }

  private void skipNewline() {
    if (position < source.length() && source.charAt(position) == '\n') {
      position++;
    }
  }

  private boolean endsLine() {
    return position > 0 && source.charAt(position - 1) == '\n';
  }
}
