package org.rsrkernel.student.template.library;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.Attributes;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.Display;
import org.rsrkernel.student.template.value.Function;
import org.rsrkernel.student.template.value.IntegerRange;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.Namespace;
import org.rsrkernel.student.template.value.Numbers;
import org.rsrkernel.student.template.value.Parameters;
import org.rsrkernel.student.template.value.PythonError;

/** Functions that every template has. */
public final class Globals {

  private static final Parameters RAISE = Parameters.of("raise_exception", 1, "message");
  private static final Parameters NOW = Parameters.of("strftime_now", 1, "format");
  private static final Parameters JOINER = Parameters.of("joiner", 0, "sep");
  private static final Parameters RANGE =
      Parameters.positional("range", 1, "start", "stop", "step");

  private Globals() {}

  /**
   * The functions by name.
   *
   * @param clock what {@code strftime_now} tells
   */
  public static Map<String, Object> all(Clock clock) {
    Map<String, Object> globals = new HashMap<>();
    globals.put("raise_exception", (Function) Globals::raise);
    globals.put("strftime_now", (Function) arguments -> now(arguments, clock));
    globals.put("range", (Function) Globals::range);
    globals.put("namespace", (Function) Globals::namespace);
    globals.put("dict", (Function) Globals::dict);
    globals.put("joiner", (Function) Globals::joiner);
    globals.put("cycler", (Function) Globals::cycler);
    return globals;
  }

  private static Object raise(Arguments arguments) {
    Bound given = RAISE.bind(arguments);
    throw PythonError.raised(Display.str(given.get(0), given.budget()));
  }

  private static Object now(Arguments arguments, Clock clock) {
    Bound given = NOW.bind(arguments);
    given.budget().allocate(40L * given.text(0).length());
    return Strftime.format(LocalDateTime.now(clock), given.text(0));
  }

  private static Object range(Arguments arguments) {
    Bound given = RANGE.bind(arguments);
    return given.has(1)
        ? new IntegerRange(
            integer(given, 0), integer(given, 1), given.has(2) ? integer(given, 2) : 1)
        : new IntegerRange(0, integer(given, 0), 1);
  }

  private static long integer(Bound given, int parameter) {
    Object value = given.get(parameter);
    return value instanceof Long number ? number : Numbers.index(value);
  }

  private static Object namespace(Arguments arguments) {
    Namespace namespace = new Namespace();
    arguments.budget().allocateObjects(8);
    fill(arguments, (name, value) -> namespace.set(name, value, arguments.budget()));
    return namespace;
  }

  private static Object dict(Arguments arguments) {
    Dict dict = new Dict();
    arguments.budget().allocateObjects(8);
    fill(arguments, (key, value) -> dict.put(key, value, arguments.budget()));
    return dict;
  }

  /** What Python's {@code dict} takes: a mapping or pairs, and values by name. */
  private static void fill(Arguments arguments, BiConsumer<Object, Object> entries) {
    if (arguments.positional().size() > 1) {
      throw PythonError.failed(
          "dict expected at most 1 argument, got " + arguments.positional().size());
    }
    Budget budget = arguments.budget();
    for (Object source : arguments.positional()) {
      List<Object> pairs =
          source instanceof Dict dict ? dict.items() : Iteration.list(source, budget);
      for (Object pair : pairs) {
        List<Object> parts = Iteration.list(pair, budget);
        if (parts.size() != 2) {
          throw PythonError.failed(
              "dictionary update sequence element has length " + parts.size() + "; 2 is required");
        }
        entries.accept(parts.get(0), parts.get(1));
      }
    }
    arguments.named().forEach(entries);
  }

  private static Object joiner(Arguments arguments) {
    Object separator = JOINER.bind(arguments).get(0, ", ");
    boolean[] used = {false};
    return (Function)
        call -> {
          Object result = used[0] ? separator : "";
          used[0] = true;
          return result;
        };
  }

  private static Object cycler(Arguments arguments) {
    if (arguments.positional().isEmpty()) {
      throw PythonError.failed("at least one item has to be provided");
    }
    return new Cycler(arguments.positional());
  }

  private static final class Cycler implements Attributes {

    private final List<Object> items;
    private int position;

    Cycler(List<Object> items) {
      this.items = items;
    }

    @Override
    public Object attribute(String name) {
      return switch (name) {
        case "current" -> items.get(position);
        case "next" -> (Function) call -> next();
        case "reset" -> (Function) call -> reset();
        default -> Absent.ABSENT;
      };
    }

    private Object next() {
      Object item = items.get(position);
      position = (position + 1) % items.size();
      return item;
    }

    private Object reset() {
      position = 0;
      return null;
    }

    @Override
    public String typeName() {
      return "Cycler";
    }
  }
}
