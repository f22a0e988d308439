package org.rsrkernel.student.template.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.Attributes;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Comparison;
import org.rsrkernel.student.template.value.Function;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Tuple;
import org.rsrkernel.student.template.value.Undefined;

/** The variable {@code loop}. Looks ahead in its elements no further than it is asked to. */
final class Loop implements Attributes, Function {

  /** Renders the loop once more for other elements, one level deeper. */
  interface Recursion {
    Object render(Object elements, int depth);
  }

  private final Budget budget;
  private final Recursion recursion;
  private final int depth;
  private Iterator<Object> rest;
  private int knownLength;
  private int index = -1;
  private Object before = Absent.ABSENT;
  private Object current = Absent.ABSENT;
  private Object after = Absent.ABSENT;
  private Tuple lastChanged;

  /**
   * A loop at its start.
   *
   * @param knownLength -1 if only counting tells
   * @param recursion null unless the template allows it
   * @param depth levels of recursion above
   */
  Loop(Iterator<Object> elements, int knownLength, Recursion recursion, int depth, Budget budget) {
    this.rest = elements;
    this.knownLength = knownLength;
    this.recursion = recursion;
    this.depth = depth;
    this.budget = budget;
  }

  boolean advance() {
    if (peek() == Absent.ABSENT) {
      return false;
    }
    index++;
    before = current;
    current = after;
    after = Absent.ABSENT;
    return true;
  }

  Object current() {
    return current;
  }

  private Object peek() {
    if (after == Absent.ABSENT && rest.hasNext()) {
      after = rest.next();
    }
    return after;
  }

  private int length() {
    if (knownLength < 0) {
      List<Object> remaining = new ArrayList<>();
      while (rest.hasNext()) {
        budget.allocateObjects(1);
        remaining.add(rest.next());
      }
      rest = remaining.iterator();
      knownLength = index + 1 + remaining.size() + (after == Absent.ABSENT ? 0 : 1);
    }
    return knownLength;
  }

  @Override
  public Object attribute(String name) {
    return switch (name) {
      case "index" -> index + 1L;
      case "index0" -> (long) index;
      case "revindex" -> (long) length() - index;
      case "revindex0" -> length() - index - 1L;
      case "first" -> index == 0;
      case "last" -> peek() == Absent.ABSENT;
      case "length" -> (long) length();
      case "depth" -> depth + 1L;
      case "depth0" -> (long) depth;
      case "previtem" -> definedOr(before, () -> new Undefined("there is no previous item"));
      case "nextitem" -> definedOr(peek(), () -> new Undefined("there is no next item"));
      case "cycle" -> (Function) this::cycle;
      case "changed" -> (Function) this::changed;
      default -> Absent.ABSENT;
    };
  }

  private static Object definedOr(Object element, Supplier<Undefined> otherwise) {
    return element == Absent.ABSENT ? otherwise.get() : element;
  }

  private Object cycle(Arguments arguments) {
    List<Object> values = arguments.positional();
    if (values.isEmpty()) {
      throw PythonError.failed("no items for cycling given");
    }
    return values.get(index % values.size());
  }

  private Object changed(Arguments arguments) {
    Tuple values = new Tuple(arguments.positional());
    boolean changed = lastChanged == null || !Comparison.equal(lastChanged, values, budget);
    lastChanged = values;
    return changed;
  }

  @Override
  public Object call(Arguments arguments) {
    if (recursion == null) {
      throw PythonError.failed(
          "The loop must have the 'recursive' marker to be called recursively.");
    }
    if (arguments.positional().size() != 1) {
      throw PythonError.failed("loop() takes exactly one argument");
    }
    return recursion.render(arguments.positional().get(0), depth + 1);
  }

  @Override
  public String typeName() {
    return "LoopContext";
  }
}
