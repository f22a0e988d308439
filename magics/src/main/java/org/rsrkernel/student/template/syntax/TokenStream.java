package org.rsrkernel.student.template.syntax;

import java.util.List;

/** Tokens read one after the other, and the guard against templates that nest too deeply. */
final class TokenStream {

  /** Jinja2 gives up near 200 as well, when Python compiles what it made. */
  private static final int MAX_DEPTH = 200;

  private final List<Token> tokens;
  private int next;
  private int depth;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token current() {
    return tokens.get(next);
  }

  /** The token after the current one. */
  Token following() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = current();
    if (!token.is(TokenType.END)) {
      next++;
    }
    return token;
  }

  boolean skipName(String name) {
    return skipIf(current().isName(name));
  }

  boolean skipOperator(String operator) {
    return skipIf(current().isOperator(operator));
  }

  Token expect(TokenType type) {
    if (!current().is(type)) {
      throw unexpected(type.description());
    }
    return take();
  }

  String expectName() {
    return (String) expect(TokenType.NAME).value();
  }

  void expectName(String name) {
    if (!skipName(name)) {
      throw unexpected(name);
    }
  }

  void expectOperator(String operator) {
    if (!skipOperator(operator)) {
      throw unexpected(operator);
    }
  }

  int line() {
    return current().line();
  }

  void enter() {
    if (++depth > MAX_DEPTH) {
      throw error("the template nests more than " + MAX_DEPTH + " levels deep");
    }
  }

  void leave() {
    depth--;
  }

  TemplateSyntaxException error(String message) {
    return new TemplateSyntaxException(message, line());
  }

  private TemplateSyntaxException unexpected(String wanted) {
    return error("expected '" + wanted + "', got '" + current().description() + "'");
  }

  private boolean skipIf(boolean matches) {
    if (matches) {
      take();
    }
    return matches;
  }
}
