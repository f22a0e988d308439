package org.rsrkernel.student.template.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** {@code + - * / // % **}. */
public final class Arithmetic {

  /** Longer integers cannot even be printed in Python. */
  private static final int MAX_BITS = 1 << 14;

  private Arithmetic() {}

  /**
   * {@code left operator right}.
   *
   * @throws PythonError if the operator does not take such values
   */
  public static Object apply(String operator, Object left, Object right, Budget budget) {
    if (left instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (operator.equals("%") && Text.is(left)) {
      return Text.like(left, PercentFormat.format(Text.of(left), right, budget));
    }
    if (right instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (Numbers.is(left) && Numbers.is(right)) {
      return left instanceof Double || right instanceof Double
          ? reals(operator, Numbers.real(left), Numbers.real(right))
          : integers(operator, left, right, budget);
    }
    Object result = null;
    if (operator.equals("+")) {
      result = concatenated(left, right, budget);
    } else if (operator.equals("*")) {
      result = repeated(left, right, budget);
    }
    if (result == null) {
      throw unsupported(operator, left, right);
    }
    return result;
  }

  /** {@code -operand} or {@code +operand}. */
  public static Object signed(boolean negative, Object operand) {
    if (operand instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (!Numbers.is(operand)) {
      throw PythonError.failed(
          "bad operand type for unary %s: '%s'"
              .formatted(negative ? "-" : "+", TypeName.of(operand)));
    }
    if (operand instanceof Double number) {
      return negative ? -number : number;
    }
    BigInteger integer = Numbers.big(operand);
    return Numbers.of(negative ? integer.negate() : integer);
  }

  private static Object integers(String operator, Object left, Object right, Budget budget) {
    BigInteger one = Numbers.big(left);
    BigInteger other = Numbers.big(right);
    budget.compute(Math.max(one.bitLength(), other.bitLength()));
    boolean divides = operator.equals("/") || operator.equals("//") || operator.equals("%");
    if (divides && other.signum() == 0) {
      throw PythonError.failed("division by zero");
    }
    return switch (operator) {
      case "+" -> checked(one.add(other));
      case "-" -> checked(one.subtract(other));
      case "*" -> checked(one.multiply(other));
      case "/" -> Numbers.real(left) / Numbers.real(right);
      case "//" -> Numbers.of(floorDivide(one, other));
      case "%" -> Numbers.of(one.subtract(floorDivide(one, other).multiply(other)));
      default -> power(one, other, budget);
    };
  }

  private static BigInteger floorDivide(BigInteger one, BigInteger other) {
    BigInteger[] parts = one.divideAndRemainder(other);
    boolean roundedUp = parts[1].signum() != 0 && parts[1].signum() != other.signum();
    return roundedUp ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Object power(BigInteger base, BigInteger exponent, Budget budget) {
    if (exponent.signum() < 0) {
      return realPower(base.doubleValue(), exponent.doubleValue());
    }
    boolean small = base.bitLength() <= 1;
    if (!small
        && (exponent.bitLength() > 16
            || (long) base.bitLength() * exponent.intValue() > MAX_BITS)) {
      throw PythonError.limit("it makes too large a number");
    }
    budget.compute(small ? 1 : (long) base.bitLength() * exponent.intValue());
    return small
        ? Numbers.of(base.pow(exponent.testBit(0) ? 1 : exponent.signum() == 0 ? 0 : 2))
        : Numbers.of(base.pow(exponent.intValue()));
  }

  private static Object checked(BigInteger result) {
    if (result.bitLength() > MAX_BITS) {
      throw PythonError.limit("it makes too large a number");
    }
    return Numbers.of(result);
  }

  private static Object reals(String operator, double left, double right) {
    boolean divides = operator.equals("/") || operator.equals("//") || operator.equals("%");
    if (divides && right == 0) {
      throw PythonError.failed("float division by zero");
    }
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "//" -> floorDivide(left, right);
      case "%" -> modulo(left, right);
      default -> realPower(left, right);
    };
  }

  private static double realPower(double base, double exponent) {
    if (base == 0 && exponent < 0) {
      throw PythonError.failed("0.0 cannot be raised to a negative power");
    }
    if (base < 0 && exponent != Math.rint(exponent)) {
      throw PythonError.failed("complex numbers are not supported");
    }
    double result = Math.pow(base, exponent);
    if (Double.isInfinite(result) && !Double.isInfinite(base) && !Double.isInfinite(exponent)) {
      throw PythonError.failed("Result too large");
    }
    return result;
  }

  private static double modulo(double left, double right) {
    double remainder = left % right;
    if (remainder == 0) {
      return Math.copySign(0, right);
    }
    return remainder < 0 != right < 0 ? remainder + right : remainder;
  }

  /** As CPython: from the remainder, so that it stays exact. */
  private static double floorDivide(double left, double right) {
    double quotient = (left - modulo(left, right)) / right;
    if (quotient == 0) {
      return Math.copySign(0, left / right);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static Object concatenated(Object left, Object right, Budget budget) {
    if (Text.is(left) && Text.is(right)) {
      if (left instanceof Markup || right instanceof Markup) {
        return new Markup(Markup.escape(left, budget) + Markup.escape(right, budget));
      }
      budget.allocate((long) Text.of(left).length() + Text.of(right).length());
      return Text.of(left).concat(Text.of(right));
    }
    if (left instanceof Sequence one
        && right instanceof Sequence other
        && one.getClass() == other.getClass()
        && !(one instanceof IntegerRange)) {
      budget.allocateObjects((long) one.size() + other.size());
      List<Object> elements = new ArrayList<>(one.elements());
      elements.addAll(other.elements());
      return one.withElements(elements);
    }
    return null;
  }

  private static Object repeated(Object left, Object right, Budget budget) {
    boolean countFirst = Numbers.isInteger(left);
    Object count = countFirst ? left : right;
    Object repeated = countFirst ? right : left;
    if (!Numbers.isInteger(count)) {
      return null;
    }
    int times = Math.max(0, Numbers.index(count));
    if (Text.is(repeated)) {
      String text = Text.of(repeated);
      budget.allocate((long) text.length() * times);
      return Text.like(repeated, text.repeat(text.isEmpty() ? 0 : times));
    }
    if (!(repeated instanceof Sequence sequence) || repeated instanceof IntegerRange) {
      return null;
    }
    budget.allocateObjects((long) sequence.size() * times);
    List<Object> elements = new ArrayList<>(sequence.size() * times);
    for (int i = 0; i < times && sequence.size() > 0; i++) {
      elements.addAll(sequence.elements());
    }
    return sequence.withElements(elements);
  }

  private static PythonError unsupported(String operator, Object left, Object right) {
    if (operator.equals("+") && (Text.is(left) || left instanceof ListValue)) {
      return PythonError.failed(
          "can only concatenate %s (not \"%s\") to %s"
              .formatted(TypeName.of(left), TypeName.of(right), TypeName.of(left)));
    }
    return PythonError.failed(
        "unsupported operand type(s) for %s: '%s' and '%s'"
            .formatted(operator, TypeName.of(left), TypeName.of(right)));
  }
}
