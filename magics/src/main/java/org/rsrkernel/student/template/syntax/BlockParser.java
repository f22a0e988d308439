package org.rsrkernel.student.template.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the inside of {@code {% %}} and the bodies that belong to it. */
final class BlockParser {

  private static final Set<String> SPECIAL_PARAMETERS = Set.of("caller", "kwargs", "varargs");

  private final TokenStream tokens;
  private final ParserState state;
  private final ExpressionParser expressions;
  private final TargetParser targets;
  private final TemplateParser template;

  BlockParser(
      TokenStream tokens,
      ParserState state,
      ExpressionParser expressions,
      TemplateParser template) {
    this.tokens = tokens;
    this.state = state;
    this.expressions = expressions;
    this.targets = new TargetParser(tokens, state, expressions);
    this.template = template;
  }

  Statement block() {
    Token tag = tokens.expect(TokenType.NAME);
    int line = tag.line();
    return switch ((String) tag.value()) {
      case "if" -> ifElse();
      case "for" -> forEach(line);
      case "set" -> set(line);
      case "macro" -> {
        String name = targets.parameterName();
        yield new Statement.DefineMacro(macroBody(name, signature(), "endmacro", line));
      }
      case "call" -> callBlock(line);
      case "filter" -> filterBlock();
      case "with" -> with(line);
      case "print" -> print(line);
      case "generation" ->
          new Statement.Generation(state.insideMacro(() -> bodyUpTo("endgeneration")));
      case "break" -> {
        requireLoop("break", line);
        yield new Statement.Break();
      }
      case "continue" -> {
        requireLoop("continue", line);
        yield new Statement.Continue();
      }
      default ->
          throw new TemplateSyntaxException("Encountered unknown tag '" + tag.value() + "'.", line);
    };
  }

  /** The statements after the current tag, up to one of the end tags. */
  private List<Statement> body(String... endTags) {
    tokens.skipOperator(":");
    tokens.expect(TokenType.BLOCK_END);
    return template.statements(endTags);
  }

  private List<Statement> bodyUpTo(String endTag) {
    List<Statement> body = body(endTag);
    tokens.take();
    return body;
  }

  private Statement ifElse() {
    List<Expression> conditions = new ArrayList<>();
    List<List<Statement>> bodies = new ArrayList<>();
    String tag;
    do {
      state.insideCondition(
          () -> {
            conditions.add(expressions.tupleWithoutCondition(""));
            return bodies.add(body("elif", "else", "endif"));
          });
      tag = tokens.expectName();
    } while (tag.equals("elif"));
    List<Statement> otherwise =
        tag.equals("else") ? state.insideCondition(() -> bodyUpTo("endif")) : List.of();
    return new Statement.If(conditions, bodies, otherwise);
  }

  private Statement forEach(int line) {
    Target target = targets.loopVariable();
    tokens.expectName("in");
    Expression elements = expressions.tupleWithoutCondition("recursive");
    Expression condition =
        tokens.skipName("if") ? state.insideBlock(expressions::expression) : null;
    boolean recursive = tokens.skipName("recursive");
    List<Statement> body = state.insideLoop(() -> body("endfor", "else"));
    List<Statement> otherwise =
        tokens.expectName().equals("else")
            ? state.insideBlock(() -> bodyUpTo("endfor"))
            : List.of();
    return new Statement.For(target, elements, condition, recursive, body, otherwise, line);
  }

  private Statement set(int line) {
    Target target = targets.setTarget();
    if (tokens.skipOperator("=")) {
      return new Statement.Assign(target, expressions.tuple(), line);
    }
    List<FilterCall> filters = new ArrayList<>();
    while (tokens.skipOperator("|")) {
      filters.add(expressions.operands().filterCall());
    }
    List<Statement> body = state.insideBlock(() -> bodyUpTo("endset"));
    return new Statement.AssignBlock(target, filters, body, line);
  }

  private Statement.MacroDefinition macroBody(
      String name, Signature signature, String endTag, int line) {
    List<Statement> body = new ArrayList<>();
    Set<String> read =
        state.namesReadBy(() -> body.addAll(state.insideMacro(() -> bodyUpTo(endTag))));
    Set<String> specials = new TreeSet<>(SPECIAL_PARAMETERS);
    specials.retainAll(read);
    int caller = signature.parameters().indexOf("caller");
    if (specials.contains("caller") && caller >= 0 && signature.defaultOf(caller) == null) {
      throw new TemplateSyntaxException("a parameter named 'caller' needs a default", line);
    }
    specials.removeAll(signature.parameters());
    return new Statement.MacroDefinition(name, signature, body, specials, line);
  }

  private Signature signature() {
    List<String> parameters = new ArrayList<>();
    List<Expression> defaults = new ArrayList<>();
    tokens.expectOperator("(");
    while (!tokens.skipOperator(")")) {
      if (!parameters.isEmpty()) {
        tokens.expectOperator(",");
      }
      String name = targets.parameterName();
      if (parameters.contains(name)) {
        throw tokens.error("duplicate parameter '" + name + "'");
      }
      parameters.add(name);
      if (tokens.skipOperator("=")) {
        defaults.add(expressions.expression());
      } else if (!defaults.isEmpty()) {
        throw tokens.error("non-default argument follows default argument");
      }
    }
    return new Signature(parameters, defaults);
  }

  private Statement callBlock(int line) {
    Signature signature = tokens.current().isOperator("(") ? signature() : Signature.EMPTY;
    if (!(expressions.expression() instanceof Expression.Call call)) {
      throw new TemplateSyntaxException("expected call", line);
    }
    return new Statement.CallBlock(macroBody("caller", signature, "endcall", line), call, line);
  }

  private Statement filterBlock() {
    List<FilterCall> filters = new ArrayList<>();
    do {
      filters.add(expressions.operands().filterCall());
    } while (tokens.skipOperator("|"));
    return new Statement.FilterBlock(filters, state.insideBlock(() -> bodyUpTo("endfilter")));
  }

  private Statement with(int line) {
    List<Target> names = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (!tokens.current().is(TokenType.BLOCK_END)) {
      if (!names.isEmpty()) {
        tokens.expectOperator(",");
      }
      names.add(targets.withVariable());
      tokens.expectOperator("=");
      values.add(expressions.expression());
    }
    List<Statement> body = state.insideBlock(() -> bodyUpTo("endwith"));
    return new Statement.With(names, values, body, line);
  }

  private Statement print(int line) {
    List<Expression> values = new ArrayList<>();
    while (!tokens.current().is(TokenType.BLOCK_END)) {
      if (!values.isEmpty()) {
        tokens.expectOperator(",");
      }
      values.add(expressions.expression());
    }
    return new Statement.Print(values, line);
  }

  private void requireLoop(String tag, int line) {
    if (!state.insideBreakableLoop()) {
      throw new TemplateSyntaxException("'" + tag + "' outside loop", line);
    }
  }
}
