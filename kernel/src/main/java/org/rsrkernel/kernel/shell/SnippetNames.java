package org.rsrkernel.kernel.shell;

/** How JShell names the classes of snippets: {@code REPL.$JShell$7B}, with what is nested in it. */
final class SnippetNames {
  static final String PACKAGE = "REPL.";
  private static final String PREFIX = "$JShell$";

  private SnippetNames() {}

  /**
   * The full name of the class that encloses the others of its snippets.
   *
   * @param name of a snippet's class, with or without the package
   */
  static String topLevelClass(String name) {
    String simple = name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name;
    int nested = simple.indexOf('$', simple.startsWith(PREFIX) ? PREFIX.length() : 0);
    return PACKAGE + (nested < 0 ? simple : simple.substring(0, nested));
  }
}
