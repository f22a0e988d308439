package org.rsrkernel.student.template.value;

import java.util.Iterator;
import java.util.List;

/** {@code str} and {@code repr}. */
public final class Display {

  private final TextSink out;
  private final Budget budget;

  private Display(Budget budget) {
    this.out = new TextSink(budget);
    this.budget = budget;
  }

  /** The value as {@code {{ }}} prints it. */
  public static String str(Object value, Budget budget) {
    if (Text.is(value)) {
      return Text.of(value);
    }
    return value instanceof Undefined ? "" : repr(value, budget);
  }

  public static String repr(Object value, Budget budget) {
    Display display = new Display(budget);
    display.write(value);
    return display.out.toString();
  }

  private void write(Object value) {
    if (value == null) {
      out.append("None");
    } else if (value instanceof Boolean truth) {
      out.append(truth ? "True" : "False");
    } else if (value instanceof Double number) {
      budget.steps(FloatText.STEPS);
      out.append(FloatText.of(number));
    } else if (Numbers.isInteger(value)) {
      budget.compute(Numbers.big(value).bitLength());
      out.append(value.toString());
    } else if (value instanceof Markup markup) {
      out.append("Markup(");
      writeText(markup.text());
      out.append(')');
    } else if (value instanceof String text) {
      writeText(text);
    } else if (value instanceof Undefined) {
      out.append("Undefined");
    } else {
      budget.enter();
      writeContainer(value);
      budget.leave();
    }
  }

  private void writeContainer(Object value) {
    if (value instanceof IntegerRange range) {
      out.append("range(" + range.start() + ", " + range.stop());
      out.append(range.step() == 1 ? ")" : ", " + range.step() + ")");
    } else if (value instanceof ListValue list) {
      writeElements("[", list.elements(), "]");
    } else if (value instanceof Tuple tuple) {
      writeElements("(", tuple.elements(), tuple.size() == 1 ? ",)" : ")");
    } else if (value instanceof DictView view) {
      writeElements(view.type() + "([", view.elements(), "])");
    } else if (value instanceof Dict dict) {
      writeDict(dict);
    } else if (value instanceof Namespace namespace) {
      out.append("<Namespace ");
      write(namespace.fields());
      out.append('>');
    } else {
      out.append("<" + TypeName.of(value) + ">");
    }
  }

  private void writeElements(String open, List<Object> elements, String close) {
    out.append(open);
    String separator = "";
    for (Object element : elements) {
      out.append(separator);
      write(element);
      separator = ", ";
    }
    out.append(close);
  }

  private void writeDict(Dict dict) {
    out.append('{');
    Iterator<Object> values = dict.values().iterator();
    String separator = "";
    for (Object key : dict.keys()) {
      out.append(separator);
      write(key);
      out.append(": ");
      write(values.next());
      separator = ", ";
    }
    out.append('}');
  }

  private void writeText(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    text.codePoints().forEach(codePoint -> writeCharacter(codePoint, quote));
    out.append(quote);
  }

  private void writeCharacter(int codePoint, char quote) {
    switch (codePoint) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (codePoint == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(codePoint)) {
          out.appendCodePoint(codePoint);
        } else if (codePoint < 0x100) {
          out.append("\\x%02x".formatted(codePoint));
        } else {
          out.append((codePoint < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(codePoint));
        }
      }
    }
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }
}
