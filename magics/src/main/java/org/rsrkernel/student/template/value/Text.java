package org.rsrkernel.student.template.value;

/** A {@code str}, marked or not. */
public final class Text {

  private Text() {}

  public static boolean is(Object value) {
    return value instanceof String || value instanceof Markup;
  }

  /** The characters of a value that {@link #is} one. */
  public static String of(Object text) {
    return text instanceof Markup markup ? markup.text() : (String) text;
  }

  /** Code points: what Python counts. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Marks a text if the one it was made from is marked. */
  public static Object like(Object original, String text) {
    return original instanceof Markup ? new Markup(text) : text;
  }
}
