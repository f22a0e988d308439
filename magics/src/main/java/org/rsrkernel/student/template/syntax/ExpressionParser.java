package org.rsrkernel.student.template.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Reads expressions: operators by precedence, the loosest first. */
final class ExpressionParser {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Set<String> PRODUCTS = Set.of("*", "/", "//", "%");

  private final TokenStream tokens;
  private final ParserState state;
  private final OperandParser operands;

  ExpressionParser(TokenStream tokens, ParserState state) {
    this.tokens = tokens;
    this.state = state;
    this.operands = new OperandParser(tokens, state, this);
  }

  OperandParser operands() {
    return operands;
  }

  Expression expression() {
    tokens.enter();
    Expression value = disjunction();
    while (tokens.current().isName("if")) {
      Expression chosen = value;
      value = state.insideCondition(() -> conditional(chosen));
    }
    tokens.leave();
    return value;
  }

  private Expression conditional(Expression value) {
    tokens.expectName("if");
    Expression condition = disjunction();
    Expression otherwise = tokens.skipName("else") ? expression() : null;
    return new Expression.Conditional(condition, value, otherwise);
  }

  /** An expression, or a tuple where commas follow. */
  Expression tuple() {
    return tuple(this::expression, "", false);
  }

  /** As {@link #tuple()}, with an {@code if} left to the statement around it. */
  Expression tupleWithoutCondition(String endName) {
    return tuple(this::disjunction, endName, false);
  }

  /** What stands in parentheses: may be empty. */
  Expression tupleInParentheses() {
    return tuple(this::expression, "", true);
  }

  private Expression tuple(Supplier<Expression> element, String endName, boolean mayBeEmpty) {
    List<Expression> elements = new ArrayList<>();
    boolean isTuple = false;
    while (!endsTuple(endName)) {
      elements.add(element.get());
      if (!tokens.skipOperator(",")) {
        break;
      }
      isTuple = true;
    }
    if (elements.size() == 1 && !isTuple) {
      return elements.get(0);
    }
    if (elements.isEmpty() && !mayBeEmpty) {
      throw tokens.error("expected an expression, got '" + tokens.current().description() + "'");
    }
    return new Expression.TupleDisplay(elements);
  }

  private boolean endsTuple(String endName) {
    Token token = tokens.current();
    return token.is(TokenType.VARIABLE_END)
        || token.is(TokenType.BLOCK_END)
        || token.isOperator(")")
        || token.isName(endName);
  }

  private Expression disjunction() {
    Expression left = conjunction();
    while (tokens.skipName("or")) {
      left = new Expression.Or(left, conjunction());
    }
    return left;
  }

  private Expression conjunction() {
    Expression left = negation();
    while (tokens.skipName("and")) {
      left = new Expression.And(left, negation());
    }
    return left;
  }

  private Expression negation() {
    if (!tokens.skipName("not")) {
      return comparison();
    }
    tokens.enter();
    Expression operand = negation();
    tokens.leave();
    return new Expression.Not(operand);
  }

  private Expression comparison() {
    int line = tokens.line();
    Expression first = sum();
    List<String> operators = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    for (String operator = comparator(); operator != null; operator = comparator()) {
      operators.add(operator);
      others.add(sum());
    }
    return operators.isEmpty() ? first : new Expression.Compared(first, operators, others, line);
  }

  private String comparator() {
    Token token = tokens.current();
    if (token.is(TokenType.OPERATOR) && COMPARISONS.contains(token.value())) {
      return (String) tokens.take().value();
    }
    if (tokens.skipName("in")) {
      return "in";
    }
    if (token.isName("not") && tokens.following().isName("in")) {
      tokens.take();
      tokens.take();
      return "not in";
    }
    return null;
  }

  private Expression sum() {
    int line = tokens.line();
    Expression left = joined();
    while (tokens.current().isOperator("+") || tokens.current().isOperator("-")) {
      String operator = (String) tokens.take().value();
      left = new Expression.Arithmetic(operator, left, joined(), line);
      line = tokens.line();
    }
    return left;
  }

  private Expression joined() {
    Expression first = product();
    if (!tokens.current().isOperator("~")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.skipOperator("~")) {
      parts.add(product());
    }
    return new Expression.Joined(parts);
  }

  private Expression product() {
    int line = tokens.line();
    Expression left = power();
    while (tokens.current().is(TokenType.OPERATOR) && PRODUCTS.contains(tokens.current().value())) {
      String operator = (String) tokens.take().value();
      left = new Expression.Arithmetic(operator, left, power(), line);
      line = tokens.line();
    }
    return left;
  }

  private Expression power() {
    int line = tokens.line();
    Expression left = operands.operand();
    while (tokens.skipOperator("**")) {
      left = new Expression.Arithmetic("**", left, operands.operand(), line);
      line = tokens.line();
    }
    return left;
  }
}
