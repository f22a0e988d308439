package org.rsrkernel.student.template.value;

import java.util.function.BiFunction;

/** {@code 'format'.format(values)}, without format specifications. */
public final class BraceFormat {

  private final String format;
  private final Arguments arguments;
  private final BiFunction<Object, String, Object> attribute;
  private int position;
  private int automatic;
  private boolean manual;

  private BraceFormat(
      String format, Arguments arguments, BiFunction<Object, String, Object> attribute) {
    this.format = format;
    this.arguments = arguments;
    this.attribute = attribute;
  }

  /**
   * The format filled.
   *
   * @param attribute looks up {@code value.name} as the template itself would
   * @throws PythonError if values and fields do not fit
   */
  public static String format(
      String format, Arguments arguments, BiFunction<Object, String, Object> attribute) {
    return new BraceFormat(format, arguments, attribute).fill();
  }

  private String fill() {
    TextSink out = new TextSink(arguments.budget());
    while (position < format.length()) {
      char character = format.charAt(position++);
      boolean doubled = position < format.length() && format.charAt(position) == character;
      if ((character == '{' || character == '}') && doubled) {
        position++;
        out.append(character);
      } else if (character == '{') {
        out.append(field());
      } else if (character == '}') {
        throw PythonError.failed("Single '}' encountered in format string");
      } else {
        out.append(character);
      }
    }
    return out.toString();
  }

  private String field() {
    int close = format.indexOf('}', position);
    if (close < 0) {
      throw PythonError.failed("expected '}' before end of string");
    }
    String field = format.substring(position, close);
    position = close + 1;
    if (field.indexOf(':') >= 0 || field.indexOf('[') >= 0 || field.indexOf('{') >= 0) {
      throw PythonError.failed("format field '" + field + "' is not supported");
    }
    int conversion = field.indexOf('!');
    boolean repr = conversion >= 0 && field.substring(conversion).equals("!r");
    String path = conversion < 0 ? field : field.substring(0, conversion);
    String[] names = path.split("\\.", -1);
    Object value = argument(names[0]);
    for (int i = 1; i < names.length; i++) {
      value = attribute.apply(value, names[i]);
    }
    return repr ? Display.repr(value, arguments.budget()) : Display.str(value, arguments.budget());
  }

  private Object argument(String name) {
    if (name.isEmpty() || name.chars().allMatch(Character::isDigit)) {
      int index = index(name);
      if (index >= arguments.positional().size()) {
        throw PythonError.failed(
            "Replacement index " + index + " out of range for positional args tuple");
      }
      return arguments.positional().get(index);
    }
    if (!arguments.named().containsKey(name)) {
      throw PythonError.failed("format has no value for '" + name + "'");
    }
    return arguments.named().get(name);
  }

  private int index(String digits) {
    if (digits.isEmpty() ? manual : automatic > 0) {
      throw PythonError.failed(
          "cannot switch between manual field specification and automatic field numbering");
    }
    manual = !digits.isEmpty();
    if (!manual) {
      return automatic++;
    }
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
