package org.rsrkernel.student.template.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads what is assigned to. */
final class TargetParser {

  private final TokenStream tokens;
  private final ParserState state;
  private final ExpressionParser expressions;

  TargetParser(TokenStream tokens, ParserState state, ExpressionParser expressions) {
    this.tokens = tokens;
    this.state = state;
    this.expressions = expressions;
  }

  /** After {@code for}, up to {@code in}. */
  Target loopVariable() {
    return target("in", false, true);
  }

  /** After {@code set}. */
  Target setTarget() {
    return target("", true, state.insideLoop());
  }

  /** One variable of {@code with}; a tuple needs parentheses only if another variable follows. */
  Target withVariable() {
    return target("", false, false);
  }

  String parameterName() {
    return variable(tokens.expectName());
  }

  private Target target(String endName, boolean mayBeField, boolean loopIsTaken) {
    List<Target> targets = new ArrayList<>();
    boolean isTuple = false;
    while (!endsTarget(endName)) {
      targets.add(single(mayBeField, loopIsTaken));
      if (!tokens.skipOperator(",")) {
        break;
      }
      isTuple = true;
    }
    if (targets.isEmpty()) {
      throw tokens.error("expected a variable, got '" + tokens.current().description() + "'");
    }
    return isTuple ? new Target.Unpacked(targets) : targets.get(0);
  }

  private boolean endsTarget(String endName) {
    Token token = tokens.current();
    return token.is(TokenType.BLOCK_END) || token.isOperator(")") || token.isName(endName);
  }

  private Target single(boolean mayBeField, boolean loopIsTaken) {
    Token token = tokens.current();
    if (mayBeField && token.is(TokenType.NAME) && tokens.following().isOperator(".")) {
      String namespace = tokens.expectName();
      tokens.expectOperator(".");
      return new Target.NamespaceField(namespace, tokens.expectName());
    }
    return targetOf(expressions.operands().primary(), loopIsTaken);
  }

  private Target targetOf(Expression expression, boolean loopIsTaken) {
    if (expression instanceof Expression.Name name) {
      if (loopIsTaken && name.name().equals("loop")) {
        throw tokens.error("Can't assign to special loop variable in for-loop target");
      }
      return new Target.Variable(name.name());
    }
    if (expression instanceof Expression.TupleDisplay tuple) {
      return new Target.Unpacked(
          tuple.elements().stream().map(element -> targetOf(element, loopIsTaken)).toList());
    }
    throw tokens.error("can't assign to this expression");
  }

  private String variable(String name) {
    if (List.of("true", "false", "none", "True", "False", "None").contains(name)) {
      throw tokens.error("can't assign to '" + name + "'");
    }
    return name;
  }
}
