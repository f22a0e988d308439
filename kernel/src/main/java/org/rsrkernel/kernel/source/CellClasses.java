package org.rsrkernel.kernel.source;

import java.util.regex.Pattern;

/** The names of classes that cells declare, which JShell puts into classes of its own. */
public final class CellClasses {
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

  private CellClasses() {}

  /** The text with {@code Point} for {@code REPL.$JShell$12B$Point}. */
  public static String asDeclared(String text) {
    return WRAPPER.matcher(text).replaceAll("");
  }
}
