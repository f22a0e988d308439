package org.rsrkernel.student.template.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code json.dumps}, with the options that transformers' {@code tojson} filter has. */
public final class JsonText {

  /**
   * How JSON is laid out.
   *
   * @param indent blank space per level, or null for one line
   */
  public record Layout(
      boolean asciiOnly,
      String indent,
      String itemSeparator,
      String keySeparator,
      boolean sorted) {}

  private final TextSink out;
  private final Layout layout;
  private final Budget budget;
  private int level;

  private JsonText(Layout layout, Budget budget) {
    this.out = new TextSink(budget);
    this.layout = layout;
    this.budget = budget;
  }

  /**
   * The value as JSON.
   *
   * @throws PythonError if it holds something that JSON does not know
   */
  public static String of(Object value, Layout layout, Budget budget) {
    JsonText json = new JsonText(layout, budget);
    json.write(value);
    return json.out.toString();
  }

  private void write(Object value) {
    if (Text.is(value)) {
      writeText(Text.of(value));
    } else if (value instanceof ListValue || value instanceof Tuple) {
      writeList(((Sequence) value).elements());
    } else if (value instanceof Dict dict) {
      writeObject(dict);
    } else {
      out.append(scalar(value));
    }
  }

  private String scalar(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Double number) {
      budget.steps(FloatText.STEPS);
      if (number.isNaN()) {
        return "NaN";
      }
      return number.isInfinite() ? (number > 0 ? "Infinity" : "-Infinity") : FloatText.of(number);
    }
    if (Numbers.isInteger(value)) {
      budget.compute(Numbers.big(value).bitLength());
      return value.toString();
    }
    throw PythonError.failed("Object of type " + TypeName.of(value) + " is not JSON serializable");
  }

  private void writeList(List<Object> elements) {
    if (elements.isEmpty()) {
      out.append("[]");
      return;
    }
    open('[');
    boolean first = true;
    for (Object element : elements) {
      separate(first);
      write(element);
      first = false;
    }
    close(']');
  }

  private void writeObject(Dict dict) {
    if (dict.size() == 0) {
      out.append("{}");
      return;
    }
    List<Object> items = new ArrayList<>(dict.items());
    if (layout.sorted()) {
      Comparator<Object> byKey =
          (one, other) -> Comparison.compare(part(one, 0), part(other, 0), "<", budget);
      items.sort(byKey);
    }
    open('{');
    boolean first = true;
    for (Object item : items) {
      separate(first);
      writeKey(part(item, 0));
      out.append(layout.keySeparator());
      write(part(item, 1));
      first = false;
    }
    close('}');
  }

  private static Object part(Object item, int index) {
    return ((Tuple) item).elements().get(index);
  }

  private void writeKey(Object key) {
    if (Text.is(key)) {
      writeText(Text.of(key));
    } else if (key == null || Numbers.is(key)) {
      writeText(scalar(key));
    } else {
      throw PythonError.failed(
          "keys must be str, int, float, bool or None, not " + TypeName.of(key));
    }
  }

  private void open(char bracket) {
    budget.enter();
    level++;
    out.append(bracket);
  }

  private void separate(boolean first) {
    if (!first) {
      out.append(layout.itemSeparator());
    }
    breakLine();
  }

  private void close(char bracket) {
    level--;
    budget.leave();
    breakLine();
    out.append(bracket);
  }

  private void breakLine() {
    if (layout.indent() != null) {
      out.append('\n');
      for (int i = 0; i < level; i++) {
        out.append(layout.indent());
      }
    }
  }

  private void writeText(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      writeCharacter(text.charAt(i));
    }
    out.append('"');
  }

  private void writeCharacter(char character) {
    switch (character) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (character < ' ' || (layout.asciiOnly() && character > '~')) {
          out.append("\\u%04x".formatted((int) character));
        } else {
          out.append(character);
        }
      }
    }
  }
}
