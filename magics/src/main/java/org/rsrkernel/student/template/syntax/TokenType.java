package org.rsrkernel.student.template.syntax;

/** What a piece of a template is. */
enum TokenType {
  DATA("template text"),
  VARIABLE_BEGIN("{{"),
  VARIABLE_END("end of print statement"),
  BLOCK_BEGIN("{%"),
  BLOCK_END("end of statement block"),
  NAME("name"),
  STRING("string"),
  INTEGER("integer"),
  FLOAT("float"),
  OPERATOR("operator"),
  END("end of template");

  private final String description;

  TokenType(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }
}
