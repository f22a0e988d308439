package org.rsrkernel.student.template.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.student.template.syntax.Blank;
import org.rsrkernel.student.template.value.Arguments;
import org.rsrkernel.student.template.value.Bound;
import org.rsrkernel.student.template.value.Budget;
import org.rsrkernel.student.template.value.Dict;
import org.rsrkernel.student.template.value.Display;
import org.rsrkernel.student.template.value.Iteration;
import org.rsrkernel.student.template.value.JsonText;
import org.rsrkernel.student.template.value.Markup;
import org.rsrkernel.student.template.value.Numbers;
import org.rsrkernel.student.template.value.PercentFormat;
import org.rsrkernel.student.template.value.PythonError;
import org.rsrkernel.student.template.value.Strings;
import org.rsrkernel.student.template.value.Text;
import org.rsrkernel.student.template.value.TextSink;
import org.rsrkernel.student.template.value.Tuple;
import org.rsrkernel.student.template.value.TypeName;

/** Filters that make text. */
final class TextFilters {

  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int DEFAULT_LEEWAY = 5;

  private TextFilters() {}

  static Map<String, Filter> all() {
    Map<String, Filter> filters = new HashMap<>();
    filters.put("upper", changed("upper", text -> text.toUpperCase(Locale.ROOT)));
    filters.put("lower", changed("lower", text -> text.toLowerCase(Locale.ROOT)));
    filters.put("capitalize", changed("capitalize", Strings::capitalize));
    filters.put("title", changed("title", TextFilters::title));
    filters.put("trim", Filter.of(TextFilters::trim, "trim", 0, "chars"));
    filters.put("string", Filter.of(TextFilters::string, "string", 0));
    filters.put("safe", Filter.of(TextFilters::safe, "safe", 0));
    Filter escape =
        Filter.of((value, given) -> new Markup(Markup.escape(value, given.budget())), "escape", 0);
    filters.put("escape", escape);
    filters.put("e", escape);
    filters.put("replace", Filter.of(TextFilters::replace, "replace", 2, "old", "new", "count"));
    filters.put("join", Filter.of(TextFilters::join, "join", 0, "d", "attribute"));
    filters.put("indent", Filter.of(TextFilters::indent, "indent", 0, "width", "first", "blank"));
    filters.put("center", Filter.of(TextFilters::center, "center", 0, "width"));
    filters.put("format", TextFilters::format);
    filters.put(
        "truncate",
        Filter.of(TextFilters::truncate, "truncate", 0, "length", "killwords", "end", "leeway"));
    filters.put("wordcount", Filter.of(TextFilters::wordCount, "wordcount", 0));
    filters.put(
        "tojson",
        Filter.of(
            TextFilters::json, "tojson", 0, "ensure_ascii", "indent", "separators", "sort_keys"));
    return filters;
  }

  private static Filter changed(String name, UnaryOperator<String> change) {
    return Filter.of(
        (value, given) -> {
          String text = Display.str(value, given.budget());
          given.budget().allocate(4L * text.length());
          return Text.like(value, change.apply(text));
        },
        name,
        0);
  }

  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    boolean wordStarts = true;
    for (int codePoint : text.codePoints().toArray()) {
      boolean separates = Blank.is(codePoint) || "-({[<".indexOf(codePoint) >= 0;
      String character = Character.toString(codePoint);
      out.append(
          wordStarts ? character.toUpperCase(Locale.ROOT) : character.toLowerCase(Locale.ROOT));
      wordStarts = separates;
    }
    return out.toString();
  }

  private static Object trim(Object value, Bound given) {
    String text = Display.str(value, given.budget());
    given.budget().allocate(text.length());
    String characters = given.get(0) == null ? null : given.text(0);
    given.budget().scan(characters == null ? 0 : 32L * characters.length());
    return Text.like(value, Strings.strip(text, characters, Strings.Side.BOTH));
  }

  private static Object string(Object value, Bound given) {
    return value instanceof Markup ? value : Display.str(value, given.budget());
  }

  private static Object safe(Object value, Bound given) {
    return value instanceof Markup ? value : new Markup(Display.str(value, given.budget()));
  }

  private static Object replace(Object value, Bound given) {
    Budget budget = given.budget();
    return Strings.replace(
        Display.str(value, budget),
        Display.str(given.get(0), budget),
        Display.str(given.get(1), budget),
        given.get(2) == null ? -1 : given.integer(2, -1),
        budget);
  }

  private static Object join(Object value, Bound given) {
    Budget budget = given.budget();
    String separator = Display.str(given.get(0, ""), budget);
    TextSink out = new TextSink(budget);
    AttributePath path = AttributePath.of(given.get(1), budget);
    boolean first = true;
    for (var elements = Iteration.iterator(value, budget); elements.hasNext(); ) {
      Object element = path.resolve(elements.next(), null, budget);
      out.append(first ? "" : separator).append(Display.str(element, budget));
      first = false;
    }
    return out.toString();
  }

  private static Object indent(Object value, Bound given) {
    if (!Text.is(value)) {
      throw PythonError.failed(
          "unsupported operand type(s) for +=: '" + TypeName.of(value) + "' and 'str'");
    }
    Budget budget = given.budget();
    Object width = given.get(0, 4L);
    String indention = Text.is(width) ? Text.of(width) : spaces(Numbers.index(width), budget);
    TextSink out = new TextSink(budget);
    out.append(given.flag(1) ? indention : "");
    boolean first = true;
    for (Object line : Strings.lines(Text.of(value) + "\n", false, budget)) {
      boolean indented = !first && (given.flag(2) || !((String) line).isEmpty());
      out.append(first ? "" : "\n").append(indented ? indention : "").append((String) line);
      first = false;
    }
    return Text.like(value, out.toString());
  }

  private static String spaces(int count, Budget budget) {
    budget.allocate(Math.max(0, count));
    return " ".repeat(Math.max(0, count));
  }

  private static Object center(Object value, Bound given) {
    String text = Display.str(value, given.budget());
    int width = given.integer(0, 80);
    given.budget().allocate(text.length() + (long) Math.max(0, width));
    int missing = Math.max(0, width - Text.length(text));
    return Text.like(value, Padding.center(text, missing, width, " "));
  }

  private static Object format(Object value, Arguments arguments) {
    if (!arguments.positional().isEmpty() && !arguments.named().isEmpty()) {
      throw PythonError.failed("can't handle positional and keyword arguments at the same time");
    }
    Budget budget = arguments.budget();
    Object values = new Tuple(arguments.positional());
    if (!arguments.named().isEmpty()) {
      Dict named = new Dict();
      arguments.named().forEach((name, argument) -> named.put(name, argument, budget));
      values = named;
    }
    return PercentFormat.format(Display.str(value, budget), values, budget);
  }

  private static Object truncate(Object value, Bound given) {
    int length = given.integer(0, 255);
    String end = given.has(2) ? given.text(2) : "...";
    int leeway = given.get(3) == null ? DEFAULT_LEEWAY : given.integer(3, DEFAULT_LEEWAY);
    if (length < Text.length(end) || leeway < 0) {
      throw PythonError.failed("expected length >= " + Text.length(end) + ", got " + length);
    }
    if (Iteration.length(value, given.budget()) <= (long) length + leeway) {
      return value;
    }
    if (!Text.is(value)) {
      throw PythonError.failed("a '" + TypeName.of(value) + "' cannot be truncated");
    }
    String text = Text.of(value);
    given.budget().allocate(text.length());
    String head = text.substring(0, text.offsetByCodePoints(0, length - Text.length(end)));
    int space = given.flag(1) ? -1 : head.lastIndexOf(' ');
    return Text.like(value, (space < 0 ? head : head.substring(0, space)) + end);
  }

  private static Object wordCount(Object value, Bound given) {
    String text = Display.str(value, given.budget());
    given.budget().scan(text.length() * 8L);
    Matcher words = WORD.matcher(text);
    return words.results().count();
  }

  private static Object json(Object value, Bound given) {
    Object width = given.get(1);
    String indent = null;
    if (width != null) {
      indent = Text.is(width) ? Text.of(width) : spaces(Numbers.index(width), given.budget());
    }
    List<Object> separators = new ArrayList<>(List.of(indent == null ? ", " : ",", ": "));
    if (given.get(2) != null) {
      separators = Iteration.list(given.get(2), given.budget());
      if (separators.size() != 2 || !separators.stream().allMatch(Text::is)) {
        throw PythonError.failed("separators must be two texts");
      }
    }
    JsonText.Layout layout =
        new JsonText.Layout(
            given.flag(0),
            indent,
            Text.of(separators.get(0)),
            Text.of(separators.get(1)),
            given.flag(3));
    return JsonText.of(value, layout, given.budget());
  }
}
