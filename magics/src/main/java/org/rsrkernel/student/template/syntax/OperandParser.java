package org.rsrkernel.student.template.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what stands between operators: literals, names, calls, subscripts, filters and tests. */
final class OperandParser {

  private static final Set<TokenType> STARTS_TEST_ARGUMENT =
      Set.of(TokenType.NAME, TokenType.STRING, TokenType.INTEGER, TokenType.FLOAT);

  private final TokenStream tokens;
  private final ParserState state;
  private final ExpressionParser expressions;

  OperandParser(TokenStream tokens, ParserState state, ExpressionParser expressions) {
    this.tokens = tokens;
    this.state = state;
    this.expressions = expressions;
  }

  Expression operand() {
    return withFiltersAndTests(signed());
  }

  private Expression signed() {
    int line = tokens.line();
    boolean negative = tokens.current().isOperator("-");
    if (!negative && !tokens.current().isOperator("+")) {
      return withPostfixes(primary());
    }
    tokens.take();
    tokens.enter();
    Expression operand = signed();
    tokens.leave();
    return withPostfixes(new Expression.Signed(negative, operand, line));
  }

  Expression primary() {
    Token token = tokens.take();
    return switch (token.type()) {
      case NAME -> nameOrConstant(token);
      case STRING -> string(token);
      case INTEGER, FLOAT -> new Expression.Constant(token.value());
      case OPERATOR -> display(token);
      default -> throw unexpected(token);
    };
  }

  private Expression nameOrConstant(Token token) {
    String name = (String) token.value();
    return switch (name) {
      case "true", "True" -> new Expression.Constant(true);
      case "false", "False" -> new Expression.Constant(false);
      case "none", "None" -> new Expression.Constant(null);
      default -> {
        state.read(name);
        yield new Expression.Name(name, token.line());
      }
    };
  }

  private Expression string(Token first) {
    StringBuilder text = new StringBuilder((String) first.value());
    while (tokens.current().is(TokenType.STRING)) {
      text.append((String) tokens.take().value());
    }
    return new Expression.Constant(text.toString());
  }

  private Expression display(Token open) {
    switch ((String) open.value()) {
      case "(" -> {
        Expression inside = expressions.tupleInParentheses();
        tokens.expectOperator(")");
        return inside;
      }
      case "[" -> {
        return list();
      }
      case "{" -> {
        return dict(open.line());
      }
      default -> throw unexpected(open);
    }
  }

  private Expression list() {
    List<Expression> elements = new ArrayList<>();
    while (!closes("]", elements.isEmpty())) {
      elements.add(expressions.expression());
    }
    return new Expression.ListDisplay(elements);
  }

  private Expression dict(int line) {
    List<Expression> keys = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (!closes("}", keys.isEmpty())) {
      keys.add(expressions.expression());
      tokens.expectOperator(":");
      values.add(expressions.expression());
    }
    return new Expression.DictDisplay(keys, values, line);
  }

  /** Skips the comma between elements, and the bracket after the last one, if it is there. */
  private boolean closes(String bracket, boolean first) {
    if (tokens.skipOperator(bracket)) {
      return true;
    }
    if (first) {
      return false;
    }
    tokens.expectOperator(",");
    return tokens.skipOperator(bracket);
  }

  private Expression withPostfixes(Expression operand) {
    Expression result = operand;
    while (true) {
      int line = tokens.line();
      if (tokens.skipOperator(".")) {
        result = dotted(result, line);
      } else if (tokens.skipOperator("[")) {
        result = subscript(result, line);
      } else if (tokens.current().isOperator("(")) {
        result = new Expression.Call(result, arguments(), line);
      } else {
        return result;
      }
    }
  }

  private Expression dotted(Expression target, int line) {
    Token token = tokens.take();
    if (token.is(TokenType.NAME)) {
      return new Expression.Attribute(target, (String) token.value(), line);
    }
    if (token.is(TokenType.INTEGER)) {
      return new Expression.Item(target, new Expression.Constant(token.value()), line);
    }
    throw new TemplateSyntaxException("expected name or number after '.'", token.line());
  }

  private Expression subscript(Expression target, int line) {
    Expression start = tokens.current().isOperator(":") ? null : subscriptKey();
    if (tokens.skipOperator("]")) {
      return new Expression.Item(target, start, line);
    }
    tokens.expectOperator(":");
    Expression stop = sliceBound();
    Expression step = tokens.skipOperator(":") ? sliceBound() : null;
    tokens.expectOperator("]");
    return new Expression.Slice(target, start, stop, step, line);
  }

  private Expression subscriptKey() {
    List<Expression> keys = new ArrayList<>();
    while (!tokens.current().isOperator("]")) {
      if (!keys.isEmpty()) {
        tokens.expectOperator(",");
      }
      keys.add(expressions.expression());
      if (tokens.current().isOperator(":")) {
        break;
      }
    }
    return keys.size() == 1 ? keys.get(0) : new Expression.TupleDisplay(keys);
  }

  private Expression sliceBound() {
    boolean leftOut = tokens.current().isOperator(":") || tokens.current().isOperator("]");
    return leftOut ? null : expressions.expression();
  }

  private Expression withFiltersAndTests(Expression operand) {
    Expression result = operand;
    while (true) {
      if (tokens.skipOperator("|")) {
        result = new Expression.Filtered(result, filterCall());
      } else if (tokens.current().isName("is")) {
        result = test(result);
      } else if (tokens.current().isOperator("(")) {
        int line = tokens.line();
        result = new Expression.Call(result, arguments(), line);
      } else {
        return result;
      }
    }
  }

  FilterCall filterCall() {
    int line = tokens.line();
    String name = dottedName();
    if (!state.knowsFilter(name)) {
      throw new TemplateSyntaxException("No filter named '" + name + "'.", line);
    }
    CallArguments arguments = tokens.current().isOperator("(") ? arguments() : CallArguments.NONE;
    return new FilterCall(name, arguments, line);
  }

  private String dottedName() {
    StringBuilder name = new StringBuilder(tokens.expectName());
    while (tokens.skipOperator(".")) {
      name.append('.').append(tokens.expectName());
    }
    return name.toString();
  }

  private Expression test(Expression target) {
    int line = tokens.line();
    tokens.expectName("is");
    boolean negated = tokens.skipName("not");
    String name = dottedName();
    CallArguments arguments = testArguments();
    if (!state.knowsTest(name)) {
      throw new TemplateSyntaxException("No test named '" + name + "'.", line);
    }
    Expression test = new Expression.Tested(target, name, arguments, line);
    return negated ? new Expression.Not(test) : test;
  }

  private CallArguments testArguments() {
    Token token = tokens.current();
    if (token.isOperator("(")) {
      return arguments();
    }
    boolean bracket = token.isOperator("[") || token.isOperator("{");
    boolean continues = token.isName("else") || token.isName("or") || token.isName("and");
    if (continues || !(bracket || STARTS_TEST_ARGUMENT.contains(token.type()))) {
      return CallArguments.NONE;
    }
    if (token.isName("is")) {
      throw tokens.error("You cannot chain multiple tests with is");
    }
    return new CallArguments(List.of(withPostfixes(primary())), Map.of(), null, null);
  }

  private CallArguments arguments() {
    int line = tokens.line();
    tokens.expectOperator("(");
    tokens.enter();
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    Expression rest = null;
    Expression options = null;
    boolean first = true;
    while (!closes(")", first)) {
      first = false;
      boolean misplaced;
      if (tokens.skipOperator("*")) {
        misplaced = rest != null || options != null;
        rest = expressions.expression();
      } else if (tokens.skipOperator("**")) {
        misplaced = options != null;
        options = expressions.expression();
      } else if (tokens.current().is(TokenType.NAME) && tokens.following().isOperator("=")) {
        String name = tokens.expectName();
        tokens.expectOperator("=");
        misplaced = options != null || named.put(name, expressions.expression()) != null;
      } else {
        misplaced = rest != null || options != null || !named.isEmpty();
        positional.add(expressions.expression());
      }
      if (misplaced) {
        throw new TemplateSyntaxException("invalid syntax for function call expression", line);
      }
    }
    tokens.leave();
    return new CallArguments(positional, named, rest, options);
  }

  private static TemplateSyntaxException unexpected(Token token) {
    return new TemplateSyntaxException("unexpected '" + token.description() + "'", token.line());
  }
}
