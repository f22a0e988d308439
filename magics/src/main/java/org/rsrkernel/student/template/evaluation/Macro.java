package org.rsrkernel.student.template.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.student.template.syntax.Expression;
import org.rsrkernel.student.template.syntax.Statement.MacroDefinition;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.Attributes;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.Function;
import org.rsrkernel.student.template.value.ListValue;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Tuple;
import org.rsrkernel.student.template.value.Undefined;

/** A macro where it was defined: a function that gives the text its body writes. */
final class Macro implements Function, Attributes {

  private final MacroDefinition definition;
  private final Scope surroundings;
  private final Interpreter interpreter;

  Macro(MacroDefinition definition, Scope surroundings, Interpreter interpreter) {
    this.definition = definition;
    this.surroundings = surroundings;
    this.interpreter = interpreter;
  }

  @Override
  public Object call(Arguments arguments) {
    Scope scope = new Scope(surroundings);
    Map<String, Object> named = new LinkedHashMap<>(arguments.named());
    List<String> parameters = definition.signature().parameters();
    List<Object> positional = arguments.positional();
    for (int i = 0; i < parameters.size(); i++) {
      Object value =
          i < positional.size() ? positional.get(i) : takeNamed(named, parameters.get(i));
      scope.set(parameters.get(i), value == Absent.ABSENT ? defaultOf(i, scope) : value);
    }
    List<Object> surplus =
        positional.subList(Math.min(parameters.size(), positional.size()), positional.size());
    setSpecials(scope, named, surplus, arguments);
    return interpreter.capture(definition.body(), scope);
  }

  private static Object takeNamed(Map<String, Object> named, String name) {
    return named.containsKey(name) ? named.remove(name) : Absent.ABSENT;
  }

  private Object defaultOf(int parameter, Scope scope) {
    Expression otherwise = definition.signature().defaultOf(parameter);
    return otherwise == null
        ? new Undefined(
            "parameter '"
                + definition.signature().parameters().get(parameter)
                + "' was not provided")
        : interpreter.evaluate(otherwise, scope);
  }

  private void setSpecials(
      Scope scope, Map<String, Object> named, List<Object> surplus, Arguments arguments) {
    Set<String> specials = definition.specials();
    if (specials.contains("caller")) {
      Object caller = named.remove("caller");
      scope.set("caller", caller == null ? new Undefined("No caller defined") : caller);
    }
    if (specials.contains("kwargs")) {
      Dict options = new Dict();
      named.forEach((name, value) -> options.put(name, value, arguments.budget()));
      scope.set("kwargs", options);
    } else if (!named.isEmpty()) {
      throw PythonError.failed(
          "macro '%s' takes no keyword argument '%s'"
              .formatted(definition.name(), named.keySet().iterator().next()));
    }
    if (specials.contains("varargs")) {
      scope.set("varargs", new Tuple(surplus));
    } else if (!surplus.isEmpty()) {
      throw PythonError.failed(
          "macro '%s' takes not more than %d argument(s)"
              .formatted(definition.name(), definition.signature().parameters().size()));
    }
  }

  @Override
  public Object attribute(String name) {
    return switch (name) {
      case "name" -> definition.name();
      case "arguments" -> new ListValue(List.copyOf(definition.signature().parameters()));
      case "catch_kwargs" -> definition.specials().contains("kwargs");
      case "catch_varargs" -> definition.specials().contains("varargs");
      case "caller" -> definition.specials().contains("caller");
      default -> Absent.ABSENT;
    };
  }

  @Override
  public String typeName() {
    return "Macro";
  }
}
