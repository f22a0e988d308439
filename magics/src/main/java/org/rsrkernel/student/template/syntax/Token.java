package org.rsrkernel.student.template.syntax;

/**
 * A piece of a template.
 *
 * @param value text of DATA, NAME, STRING and OPERATOR, the number of INTEGER ({@code Long} or
 *     {@code BigInteger}) and FLOAT ({@code Double}); otherwise null
 * @param line where it starts, from 1
 */
record Token(TokenType type, Object value, int line) {

  boolean is(TokenType wanted) {
    return type == wanted;
  }

  boolean isName(String name) {
    return type == TokenType.NAME && name.equals(value);
  }

  boolean isOperator(String operator) {
    return type == TokenType.OPERATOR && operator.equals(value);
  }

  /** The token as an error message names it. */
  String description() {
    return type == TokenType.NAME || type == TokenType.OPERATOR
        ? (String) value
        : type.description();
  }
}
