package org.rsrkernel.student.template.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads a template: text, printed values and the blocks that {@link BlockParser} knows. */
public final class TemplateParser {

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final BlockParser blocks;

  private TemplateParser(TokenStream tokens, ParserState state) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens, state);
    this.blocks = new BlockParser(tokens, state, expressions, this);
  }

  /**
   * The template's statements.
   *
   * @throws TemplateSyntaxException if the text is not a template, or names a filter or test that
   *     {@code vocabulary} lacks
   */
  public static List<Statement> parse(String template, Vocabulary vocabulary) {
    TokenStream tokens = new TokenStream(Lexer.tokens(template));
    return new TemplateParser(tokens, new ParserState(vocabulary)).statements();
  }

  /**
   * Statements up to a tag with one of the names, whose name is then the current token; without
   * names, up to the template's end.
   */
  List<Statement> statements(String... endTags) {
    List<Statement> statements = new ArrayList<>();
    tokens.enter();
    while (true) {
      Token token = tokens.take();
      switch (token.type()) {
        case DATA -> statements.add(new Statement.Text((String) token.value()));
        case VARIABLE_BEGIN -> {
          Expression value = expressions.tuple();
          tokens.expect(TokenType.VARIABLE_END);
          statements.add(new Statement.Print(List.of(value), token.line()));
        }
        case BLOCK_BEGIN -> {
          if (isOneOf(tokens.current(), endTags)) {
            tokens.leave();
            return statements;
          }
          statements.add(blocks.block());
          tokens.expect(TokenType.BLOCK_END);
        }
        default -> {
          if (endTags.length > 0) {
            throw new TemplateSyntaxException(
                "unexpected end of template: looking for " + String.join(" or ", endTags),
                token.line());
          }
          tokens.leave();
          return statements;
        }
      }
    }
  }

  private static boolean isOneOf(Token token, String[] names) {
    for (String name : names) {
      if (token.isName(name)) {
        return true;
      }
    }
    return false;
  }
}
