package org.rsrkernel.student.template.evaluation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.template.library.AttributeAccess;
import org.rsrkernel.student.template.library.Filters;
import org.rsrkernel.student.template.library.Tests;
import org.rsrkernel.student.template.syntax.CallArguments;
import org.rsrkernel.student.template.syntax.Expression;
import org.rsrkernel.student.template.syntax.FilterCall;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.Arithmetic;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Comparison;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.Display;
import org.rsrkernel.student.template.value.Function;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.ListValue;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Slicing;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.TextSink;
import org.rsrkernel.student.template.value.Truth;
import org.rsrkernel.student.template.value.Tuple;
import org.rsrkernel.student.template.value.TypeName;
import org.rsrkernel.student.template.value.Undefined;

/** Values of expressions. */
final class Evaluator implements Expression.Visitor<Scope, Object> {

  private final Budget budget;
  private final Position position;

  Evaluator(Budget budget, Position position) {
    this.budget = budget;
    this.position = position;
  }

  Object evaluate(Expression expression, Scope scope) {
    budget.step();
    budget.enter();
    Object value = expression.accept(this, scope);
    budget.leave();
    return value;
  }

  boolean isTrue(Expression expression, Scope scope) {
    return Truth.of(evaluate(expression, scope));
  }

  private List<Object> evaluateAll(List<Expression> expressions, Scope scope) {
    List<Object> values = new ArrayList<>(expressions.size());
    budget.allocateObjects(expressions.size());
    expressions.forEach(expression -> values.add(evaluate(expression, scope)));
    return values;
  }

  @Override
  public Object constant(Expression.Constant constant, Scope scope) {
    return constant.value();
  }

  @Override
  public Object name(Expression.Name name, Scope scope) {
    position.at(name.line());
    Object value = scope.get(name.name());
    return value == Absent.ABSENT ? new Undefined("'" + name.name() + "' is undefined") : value;
  }

  @Override
  public Object list(Expression.ListDisplay list, Scope scope) {
    return new ListValue(evaluateAll(list.elements(), scope));
  }

  @Override
  public Object tuple(Expression.TupleDisplay tuple, Scope scope) {
    return new Tuple(evaluateAll(tuple.elements(), scope));
  }

  @Override
  public Object dict(Expression.DictDisplay display, Scope scope) {
    Dict dict = new Dict();
    budget.allocateObjects(4);
    for (int i = 0; i < display.keys().size(); i++) {
      Object key = evaluate(display.keys().get(i), scope);
      Object value = evaluate(display.values().get(i), scope);
      position.at(display.line());
      dict.put(key, value, budget);
    }
    return dict;
  }

  @Override
  public Object attribute(Expression.Attribute attribute, Scope scope) {
    Object target = evaluate(attribute.target(), scope);
    position.at(attribute.line());
    return AttributeAccess.attribute(target, attribute.name(), budget);
  }

  @Override
  public Object item(Expression.Item item, Scope scope) {
    Object target = evaluate(item.target(), scope);
    Object key = evaluate(item.key(), scope);
    position.at(item.line());
    return AttributeAccess.item(target, key, budget);
  }

  @Override
  public Object slice(Expression.Slice slice, Scope scope) {
    Object target = evaluate(slice.target(), scope);
    Object start = bound(slice.start(), scope);
    Object stop = bound(slice.stop(), scope);
    Object step = bound(slice.step(), scope);
    position.at(slice.line());
    return Slicing.slice(target, start, stop, step, budget);
  }

  private Object bound(Expression bound, Scope scope) {
    return bound == null ? null : evaluate(bound, scope);
  }

  @Override
  public Object call(Expression.Call call, Scope scope) {
    return call(call, Map.of(), scope);
  }

  /** Calls with arguments that the template does not write, such as {@code caller}. */
  Object call(Expression.Call call, Map<String, Object> extra, Scope scope) {
    Object callee = evaluate(call.callee(), scope);
    Arguments arguments = arguments(call.arguments(), extra, scope);
    position.at(call.line());
    if (callee instanceof Undefined undefined) {
      throw undefined.error();
    }
    if (!(callee instanceof Function function)) {
      throw PythonError.failed("'" + TypeName.of(callee) + "' object is not callable");
    }
    return function.call(arguments);
  }

  private Arguments arguments(CallArguments given, Map<String, Object> extra, Scope scope) {
    List<Object> positional = evaluateAll(given.positional(), scope);
    Map<String, Object> named = new LinkedHashMap<>();
    given.named().forEach((name, value) -> named.put(name, evaluate(value, scope)));
    extra.forEach((name, value) -> putNew(named, name, value));
    if (given.rest() != null) {
      positional.addAll(Iteration.list(evaluate(given.rest(), scope), budget));
    }
    if (given.options() != null) {
      addOptions(evaluate(given.options(), scope), named);
    }
    return new Arguments(positional, named, budget);
  }

  private void addOptions(Object options, Map<String, Object> named) {
    if (!(options instanceof Dict dict)) {
      throw PythonError.failed("argument after ** must be a mapping, not " + TypeName.of(options));
    }
    budget.allocateObjects(3L * dict.size());
    for (Object item : dict.items()) {
      Iterator<Object> pair = ((Tuple) item).elements().iterator();
      Object name = pair.next();
      if (!Text.is(name)) {
        throw PythonError.failed("keywords must be strings");
      }
      putNew(named, Text.of(name), pair.next());
    }
  }

  private static void putNew(Map<String, Object> named, String name, Object value) {
    if (named.containsKey(name)) {
      throw PythonError.failed("got multiple values for keyword argument '" + name + "'");
    }
    named.put(name, value);
  }

  @Override
  public Object filtered(Expression.Filtered filtered, Scope scope) {
    return filter(evaluate(filtered.target(), scope), filtered.filter(), scope);
  }

  Object filter(Object value, FilterCall filter, Scope scope) {
    Arguments arguments = arguments(filter.arguments(), Map.of(), scope);
    position.at(filter.line());
    return Filters.apply(filter.name(), value, arguments);
  }

  @Override
  public Object tested(Expression.Tested tested, Scope scope) {
    Object value = evaluate(tested.target(), scope);
    Arguments arguments = arguments(tested.arguments(), Map.of(), scope);
    position.at(tested.line());
    return Tests.holds(tested.name(), value, arguments);
  }

  @Override
  public Object signed(Expression.Signed signed, Scope scope) {
    Object operand = evaluate(signed.operand(), scope);
    position.at(signed.line());
    return Arithmetic.signed(signed.negative(), operand);
  }

  @Override
  public Object arithmetic(Expression.Arithmetic arithmetic, Scope scope) {
    Object left = evaluate(arithmetic.left(), scope);
    Object right = evaluate(arithmetic.right(), scope);
    position.at(arithmetic.line());
    return Arithmetic.apply(arithmetic.operator(), left, right, budget);
  }

  @Override
  public Object joined(Expression.Joined joined, Scope scope) {
    TextSink text = new TextSink(budget);
    for (Expression part : joined.parts()) {
      text.append(Display.str(evaluate(part, scope), budget));
    }
    return text.toString();
  }

  @Override
  public Object compared(Expression.Compared compared, Scope scope) {
    Object left = evaluate(compared.first(), scope);
    for (int i = 0; i < compared.operators().size(); i++) {
      Object right = evaluate(compared.others().get(i), scope);
      position.at(compared.line());
      if (!holds(compared.operators().get(i), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private boolean holds(String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> Comparison.equal(left, right, budget);
      case "!=" -> !Comparison.equal(left, right, budget);
      case "in" -> Comparison.contains(right, left, budget);
      case "not in" -> !Comparison.contains(right, left, budget);
      default -> Comparison.ordered(operator, left, right, budget);
    };
  }

  @Override
  public Object not(Expression.Not not, Scope scope) {
    return !isTrue(not.operand(), scope);
  }

  @Override
  public Object and(Expression.And and, Scope scope) {
    Object left = evaluate(and.left(), scope);
    return Truth.of(left) ? evaluate(and.right(), scope) : left;
  }

  @Override
  public Object or(Expression.Or or, Scope scope) {
    Object left = evaluate(or.left(), scope);
    return Truth.of(left) ? left : evaluate(or.right(), scope);
  }

  @Override
  public Object conditional(Expression.Conditional conditional, Scope scope) {
    if (isTrue(conditional.condition(), scope)) {
      return evaluate(conditional.value(), scope);
    }
    return conditional.otherwise() == null
        ? new Undefined("the inline if-expression is false and has no else")
        : evaluate(conditional.otherwise(), scope);
  }
}
