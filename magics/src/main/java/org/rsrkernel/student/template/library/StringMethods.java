package org.rsrkernel.student.template.library;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.rsrkernel.student.template.syntax.Blank;
import org.rsrkernel.student.template.value.Absent;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.BraceFormat;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Function;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.ListValue;
import org.rsrkernel.student.template.value.Markup;
import org.rsrkernel.student.template.value.Parameters;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Sequence;
import org.rsrkernel.student.template.value.Strings;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.TextSearch;
import org.rsrkernel.student.template.value.TextSink;
import org.rsrkernel.student.template.value.Tuple;
import org.rsrkernel.student.template.value.TypeName;

/** Methods of texts. */
final class StringMethods {

  private interface Method {
    Object apply(String text, Bound arguments);
  }

  private record Definition(Parameters parameters, Method method) {}

  private static final Map<String, Definition> METHODS = new HashMap<>();

  static {
    define("strip", (text, given) -> strip(text, given, Strings.Side.BOTH), 0, "chars");
    define("lstrip", (text, given) -> strip(text, given, Strings.Side.LEFT), 0, "chars");
    define("rstrip", (text, given) -> strip(text, given, Strings.Side.RIGHT), 0, "chars");
    define("startswith", (text, given) -> hasAffix(text, given, true), 1, "prefix");
    define("endswith", (text, given) -> hasAffix(text, given, false), 1, "suffix");
    named("split", (text, given) -> split(text, given, false), 0, "sep", "maxsplit");
    named("rsplit", (text, given) -> split(text, given, true), 0, "sep", "maxsplit");
    named(
        "splitlines",
        (text, given) -> new ListValue(Strings.lines(text, given.flag(0), given.budget())),
        0,
        "keepends");
    define(
        "replace",
        (text, given) ->
            Strings.replace(
                text, given.text(0), given.text(1), given.integer(2, -1), given.budget()),
        2,
        "old",
        "new",
        "count");
    define("join", StringMethods::join, 1, "iterable");
    define("find", (text, given) -> find(text, given, false), 1, "sub");
    define("rfind", (text, given) -> find(text, given, true), 1, "sub");
    define("index", StringMethods::index, 1, "sub");
    define(
        "count",
        (text, given) -> (long) Strings.count(text, given.text(0), given.budget()),
        1,
        "sub");
    define("partition", (text, given) -> partition(text, given, false), 1, "sep");
    define("rpartition", (text, given) -> partition(text, given, true), 1, "sep");
    define("removeprefix", (text, given) -> withoutPrefix(text, given), 1, "prefix");
    define("removesuffix", (text, given) -> withoutSuffix(text, given), 1, "suffix");
    define("ljust", Padding::left, 1, "width", "fillchar");
    define("rjust", Padding::right, 1, "width", "fillchar");
    define("center", Padding::center, 1, "width", "fillchar");
    define("zfill", Padding::zeros, 1, "width");
    changed("upper", text -> text.toUpperCase(Locale.ROOT));
    changed("lower", text -> text.toLowerCase(Locale.ROOT));
    changed("casefold", text -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    changed("title", Strings::title);
    changed("capitalize", Strings::capitalize);
    changed("swapcase", Strings::swapCase);
    tested("isdigit", text -> Strings.all(text, Character::isDigit));
    tested("isdecimal", text -> Strings.all(text, Character::isDigit));
    tested("isnumeric", text -> Strings.all(text, Character::isDigit));
    tested("isalpha", text -> Strings.all(text, Character::isLetter));
    tested("isalnum", text -> Strings.all(text, Character::isLetterOrDigit));
    tested("isspace", text -> Strings.all(text, Blank::is));
    tested("isupper", text -> Strings.hasOnlyCase(text, true));
    tested("islower", text -> Strings.hasOnlyCase(text, false));
  }

  private StringMethods() {}

  private static void define(String name, Method method, int required, String... parameters) {
    METHODS.put(name, new Definition(Parameters.positional(name, required, parameters), method));
  }

  private static void named(String name, Method method, int required, String... parameters) {
    METHODS.put(name, new Definition(Parameters.of(name, required, parameters), method));
  }

  private static void changed(String name, UnaryOperator<String> change) {
    Method method =
        (text, given) -> {
          given.budget().allocate(4L * text.length());
          return change.apply(text);
        };
    define(name, method, 0);
  }

  private static void tested(String name, Predicate<String> test) {
    Method method =
        (text, given) -> {
          given.budget().scan(text.length());
          return test.test(text);
        };
    define(name, method, 0);
  }

  /** The method bound to the text, or {@link Absent#ABSENT}. */
  static Object method(Object target, String name) {
    String text = Text.of(target);
    if (name.equals("format")) {
      return (Function)
          arguments ->
              BraceFormat.format(
                  text,
                  arguments,
                  (value, field) -> AttributeAccess.attribute(value, field, arguments.budget()));
    }
    Definition definition = METHODS.get(name);
    if (definition == null) {
      return Absent.ABSENT;
    }
    return (Function)
        arguments -> {
          Bound given = definition.parameters().bind(arguments);
          return like(target, definition.method().apply(text, given));
        };
  }

  /** Texts made of a marked text are marked too. */
  private static Object like(Object target, Object result) {
    if (target instanceof Markup && result instanceof Sequence parts) {
      return parts.withElements(
          parts.elements().stream().map(part -> Text.like(target, (String) part)).toList());
    }
    return result instanceof String changed ? Text.like(target, changed) : result;
  }

  private static String strip(String text, Bound given, Strings.Side side) {
    given.budget().allocate(text.length());
    String characters = given.get(0) == null ? null : given.text(0);
    given.budget().scan(characters == null ? 0 : 32L * characters.length());
    return Strings.strip(text, characters, side);
  }

  private static boolean hasAffix(String text, Bound given, boolean atStart) {
    List<Object> affixes =
        given.get(0) instanceof Tuple tuple ? tuple.elements() : Tuple.of(given.get(0)).elements();
    for (Object affix : affixes) {
      if (!Text.is(affix)) {
        throw PythonError.failed(
            (atStart ? "startswith" : "endswith")
                + " first arg must be str or a tuple of str, not "
                + TypeName.of(affix));
      }
      given.budget().scan(Text.of(affix).length());
      if (atStart ? text.startsWith(Text.of(affix)) : text.endsWith(Text.of(affix))) {
        return true;
      }
    }
    return false;
  }

  private static ListValue split(String text, Bound given, boolean fromEnd) {
    Budget budget = given.budget();
    int limit = given.integer(1, -1);
    if (given.get(0) == null) {
      return new ListValue(
          fromEnd
              ? Strings.splitAtBlankFromEnd(text, limit, budget)
              : Strings.splitAtBlank(text, limit, budget));
    }
    String separator = given.text(0);
    if (separator.isEmpty()) {
      throw PythonError.failed("empty separator");
    }
    return new ListValue(
        fromEnd
            ? Strings.splitFromEnd(text, separator, limit, budget)
            : Strings.split(text, separator, limit, budget));
  }

  private static String join(String separator, Bound given) {
    TextSink out = new TextSink(given.budget());
    Iterator<Object> elements = Iteration.iterator(given.get(0), given.budget());
    for (int i = 0; elements.hasNext(); i++) {
      Object element = elements.next();
      if (!Text.is(element)) {
        throw PythonError.failed(
            "sequence item " + i + ": expected str instance, " + TypeName.of(element) + " found");
      }
      out.append(i == 0 ? "" : separator).append(Text.of(element));
    }
    return out.toString();
  }

  private static long find(String text, Bound given, boolean last) {
    int found = place(text, given.text(0), last, given.budget());
    return found < 0 ? -1 : text.codePointCount(0, found);
  }

  private static Object index(String text, Bound given) {
    long found = find(text, given, false);
    if (found < 0) {
      throw PythonError.failed("substring not found");
    }
    return found;
  }

  private static int place(String text, String wanted, boolean last, Budget budget) {
    return last
        ? TextSearch.lastIndexOf(text, wanted, text.length(), budget)
        : TextSearch.indexOf(text, wanted, 0, budget);
  }

  private static Tuple partition(String text, Bound given, boolean last) {
    String separator = given.text(0);
    if (separator.isEmpty()) {
      throw PythonError.failed("empty separator");
    }
    given.budget().allocate(text.length());
    int found = place(text, separator, last, given.budget());
    if (found < 0) {
      return last ? Tuple.of("", "", text) : Tuple.of(text, "", "");
    }
    String after = text.substring(found + separator.length());
    return Tuple.of(text.substring(0, found), separator, after);
  }

  private static String withoutPrefix(String text, Bound given) {
    given.budget().allocate(text.length());
    String prefix = given.text(0);
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String withoutSuffix(String text, Bound given) {
    given.budget().allocate(text.length());
    String suffix = given.text(0);
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }
}
