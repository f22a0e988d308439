package org.rsrkernel.student.template.syntax;

import java.util.List;

/** Something in a template that has a value. */
public sealed interface Expression {

  /** Calls the visitor's method for this kind of expression. */
  <C, R> R accept(Visitor<C, R> visitor, C context);

  /** A literal: null, Boolean, Long, BigInteger, Double or String. */
  record Constant(Object value) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.constant(this, context);
    }
  }

  /** A variable. */
  record Name(String name, int line) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.name(this, context);
    }
  }

  /** {@code [a, b]}. */
  record ListDisplay(List<Expression> elements) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.list(this, context);
    }
  }

  /** {@code (a, b)}, also without parentheses. */
  record TupleDisplay(List<Expression> elements) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.tuple(this, context);
    }
  }

  /** {@code {key: value}}; two lists of the same length. */
  record DictDisplay(List<Expression> keys, List<Expression> values, int line)
      implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.dict(this, context);
    }
  }

  /** {@code target.name}. */
  record Attribute(Expression target, String name, int line) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.attribute(this, context);
    }
  }

  /** {@code target[key]}. */
  record Item(Expression target, Expression key, int line) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.item(this, context);
    }
  }

  /** {@code target[start:stop:step]}; a bound that is left out is null. */
  record Slice(Expression target, Expression start, Expression stop, Expression step, int line)
      implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.slice(this, context);
    }
  }

  /** {@code callee(arguments)}. */
  record Call(Expression callee, CallArguments arguments, int line) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.call(this, context);
    }
  }

  /** {@code target | filter}. */
  record Filtered(Expression target, FilterCall filter) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.filtered(this, context);
    }
  }

  /** {@code target is name(arguments)}. */
  record Tested(Expression target, String name, CallArguments arguments, int line)
      implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.tested(this, context);
    }
  }

  /** {@code +operand} or {@code -operand}. */
  record Signed(boolean negative, Expression operand, int line) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.signed(this, context);
    }
  }

  /** {@code left operator right} with one of {@code + - * / // % **}. */
  record Arithmetic(String operator, Expression left, Expression right, int line)
      implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.arithmetic(this, context);
    }
  }

  /** {@code a ~ b ~ c}. */
  record Joined(List<Expression> parts) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.joined(this, context);
    }
  }

  /** {@code first op second op third}; each operator stands before its operand. */
  record Compared(Expression first, List<String> operators, List<Expression> others, int line)
      implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.compared(this, context);
    }
  }

  /** {@code not operand}. */
  record Not(Expression operand) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.not(this, context);
    }
  }

  /** {@code left and right}. */
  record And(Expression left, Expression right) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.and(this, context);
    }
  }

  /** {@code left or right}. */
  record Or(Expression left, Expression right) implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.or(this, context);
    }
  }

  /** {@code value if condition else otherwise}; {@code otherwise} may be null. */
  record Conditional(Expression condition, Expression value, Expression otherwise)
      implements Expression {
    @Override
    public <C, R> R accept(Visitor<C, R> visitor, C context) {
      return visitor.conditional(this, context);
    }
  }

  /**
   * One method for every kind of expression.
   *
   * @param <C> what is passed along
   * @param <R> what comes back
   */
  interface Visitor<C, R> {
    R constant(Constant constant, C context);

    R name(Name name, C context);

    R list(ListDisplay list, C context);

    R tuple(TupleDisplay tuple, C context);

    R dict(DictDisplay dict, C context);

    R attribute(Attribute attribute, C context);

    R item(Item item, C context);

    R slice(Slice slice, C context);

    R call(Call call, C context);

    R filtered(Filtered filtered, C context);

    R tested(Tested tested, C context);

    R signed(Signed signed, C context);

    R arithmetic(Arithmetic arithmetic, C context);

    R joined(Joined joined, C context);

    R compared(Compared compared, C context);

    R not(Not not, C context);

    R and(And and, C context);

    R or(Or or, C context);

    R conditional(Conditional conditional, C context);
  }
}
