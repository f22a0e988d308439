package org.rsrkernel.student.template.syntax;

import java.util.List;
import java.util.Set;

/** Something in a template that writes text or sets variables. */
public sealed interface Statement {

  /** Calls the visitor's method for this kind of statement. */
  <C, R> R accept(Visitor<C, R> visitor, C context);

  /** Text that is written as it is. */
  record Text(String text) implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.text(this, context);
    }
  }

  /** {@code {{ value }}}. */
  record Print(List<Expression> values, int line) implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.print(this, context);
    }
  }

  /** {@code {% if %}}: the body of the first condition that holds. */
  record If(List<Expression> conditions, List<List<Statement>> bodies, List<Statement> otherwise)
      implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.ifElse(this, context);
    }
  }

  /** {@code {% for target in elements if condition recursive %}}; {@code condition} may be null. */
  record For(
      Target target,
      Expression elements,
      Expression condition,
      boolean recursive,
      List<Statement> body,
      List<Statement> otherwise,
      int line)
      implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.forEach(this, context);
    }
  }

  /** {@code {% set target = value %}}. */
  record Assign(Target target, Expression value, int line) implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.assign(this, context);
    }
  }

  /** {@code {% set target | filters %}body{% endset %}}. */
  record AssignBlock(Target target, List<FilterCall> filters, List<Statement> body, int line)
      implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.assignBlock(this, context);
    }
  }

  /** {@code {% macro %}}. */
  record DefineMacro(MacroDefinition macro) implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.defineMacro(this, context);
    }
  }

  /** {@code {% call(parameters) callee(arguments) %}body{% endcall %}}. */
  record CallBlock(MacroDefinition caller, Expression.Call call, int line) implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.callBlock(this, context);
    }
  }

  /** {@code {% filter filters %}body{% endfilter %}}. */
  record FilterBlock(List<FilterCall> filters, List<Statement> body) implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.filterBlock(this, context);
    }
  }

  /** {@code {% with target = value, … %}body{% endwith %}}. */
  record With(List<Target> targets, List<Expression> values, List<Statement> body, int line)
      implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.with(this, context);
    }
  }

  /** {@code {% generation %}body{% endgeneration %}}: what the model is trained to write. */
  record Generation(List<Statement> body) implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.generation(this, context);
    }
  }

  /** {@code {% break %}}. */
  record Break() implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.breakLoop(context);
    }
  }

  /** {@code {% continue %}}. */
  record Continue() implements Statement {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.continueLoop(context);
    }
  }

  /**
   * A macro's name, parameters and body.
   *
   * @param specials those of {@code caller}, {@code kwargs} and {@code varargs} that the body uses
   */
  record MacroDefinition(
      String name, Signature signature, List<Statement> body, Set<String> specials, int line) {}

  /**
   * One method for every kind of statement.
   *
   * @param <C> what is passed along
   * @param <R> what comes back
   */
  interface Visitor<C, R> {
    R text(Text text, C context);

    R print(Print print, C context);

    R ifElse(If statement, C context);

    R forEach(For statement, C context);

    R assign(Assign assign, C context);

    R assignBlock(AssignBlock assign, C context);

    R defineMacro(DefineMacro definition, C context);

    R callBlock(CallBlock call, C context);

    R filterBlock(FilterBlock filter, C context);

    R with(With with, C context);

    R generation(Generation generation, C context);

    R breakLoop(C context);

    R continueLoop(C context);
  }
}
