package org.rsrkernel.student.template.syntax;

/**
 * A {@code {% raw %}} or {@code {% endraw %}} tag.
 *
 * @param end position after the tag and the blank space it takes
 */
record RawTag(int end) {

  /** The tag of that name at a position, or null if there is another. */
  static RawTag at(String source, int tag, String name) {
    int position = tag + 2;
    if (position < source.length() && "-+".indexOf(source.charAt(position)) >= 0) {
      position++;
    }
    position = Blank.skip(source, position);
    if (!source.startsWith(name, position)) {
      return null;
    }
    position = Blank.skip(source, position + name.length());
    if (source.startsWith("-%}", position)) {
      return new RawTag(Blank.skip(source, position + 3));
    }
    boolean closes = name.equals("endraw");
    if (closes && source.startsWith("+%}", position)) {
      return new RawTag(position + 3);
    }
    if (!source.startsWith("%}", position)) {
      return null;
    }
    position += 2;
    boolean takesNewline = closes && position < source.length() && source.charAt(position) == '\n';
    return new RawTag(takesNewline ? position + 1 : position);
  }
}
