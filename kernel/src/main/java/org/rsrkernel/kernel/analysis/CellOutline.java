package org.rsrkernel.kernel.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.rsrkernel.kernel.source.MaskedCode;

/**
 * An unfinished cell sorted into what a Java file wants apart: imports, members, statements.
 *
 * @param members methods and classes, as static members; and variables, so that methods see them
 * @param statements all else, in order
 */
record CellOutline(String imports, String members, String statements) {

  private static final String MODIFIERS =
      "(?:(?:@[\\w.]+(?:\\([^)]*\\))?|public|private|protected|static|final|abstract|sealed|non-sealed"
          + "|synchronized|strictfp|default)\\s+)*";
  private static final String TYPE =
      "(?!(?:else|new|return|throw|do|case|yield|assert|package)\\b)[\\p{L}_$][\\w.$]*"
          + "(?:\\s*<[^;={}()]*>)?(?:\\s*\\[\\s*])*";
  private static final Pattern IMPORT = Pattern.compile("\\s*import\\s.*", Pattern.DOTALL);
  private static final Pattern CLASS =
      Pattern.compile(
          "\\s*"
              + MODIFIERS
              + "(?:class\\s|interface\\s|enum\\s|@interface\\s|record\\s+\\w+\\s*[<(]).*",
          Pattern.DOTALL);
  private static final Pattern METHOD =
      Pattern.compile(
          "\\s*"
              + MODIFIERS
              + "(?:<[^;={}()]*>\\s*)?"
              + TYPE
              + "\\s+\\w+\\s*\\([^;{}]*\\)\\s*(?:throws[\\w.,\\s]+)?\\{.*",
          Pattern.DOTALL);

  /** No statement, but what one looks like while it is written. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\s*[\\w.$<>,\\[\\]]+\\s*::\\s*\\w+[\\w$]*\\s*;?\\s*");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\s*(?:final\\s+)?(?!var\\b)(" + TYPE + "\\s+\\w+)\\s*(?:=.*)?;", Pattern.DOTALL);

  /**
   * Sorts code whose end is the cursor. Brackets that are still open are closed, so that a parser
   * finds its way.
   */
  static CellOutline of(String code) {
    String masked = MaskedCode.of(code).text();
    StringBuilder imports = new StringBuilder();
    StringBuilder members = new StringBuilder();
    StringBuilder statements = new StringBuilder();
    int start = 0;
    while (start < code.length()) {
      int end = endOfChunk(masked, start);
      String chunk = code.substring(start, end);
      String shape = masked.substring(start, end);
      if (end == code.length()) {
        chunk += closing(shape);
      }
      if (IMPORT.matcher(shape).matches()) {
        imports.append(chunk).append('\n');
      } else if (CLASS.matcher(shape).matches() || METHOD.matcher(shape).matches()) {
        members.append(asStatic(chunk)).append('\n');
      } else {
        statements.append(
            REFERENCE.matcher(shape).matches() ? "Object reference$$ = " + chunk : chunk);
        var variable = VARIABLE.matcher(shape);
        if (variable.matches()) {
          members.append("static ").append(variable.group(1)).append(";\n");
        }
      }
      start = end;
    }
    return new CellOutline(imports.toString(), members.toString(), statements.toString());
  }

  /** The methods and classes that are declared whole in the text behind a cursor. */
  static String declarationsIn(String after) {
    String masked = MaskedCode.of(after).text();
    StringBuilder declarations = new StringBuilder();
    int start = 0;
    while (start < after.length()) {
      int end = endOfChunk(masked, start);
      String shape = masked.substring(start, end);
      boolean declares = CLASS.matcher(shape).matches() || METHOD.matcher(shape).matches();
      if (declares && closing(shape).equals(";")) {
        declarations.append(asStatic(after.substring(start, end))).append('\n');
      }
      start = end;
    }
    return declarations.toString();
  }

  /** The declaration made static; its documentation stays in front, where javac expects it. */
  static String asStatic(String declaration) {
    String masked = MaskedCode.of(declaration).text();
    int start = masked.length() - masked.stripLeading().length();
    return declaration.substring(0, start) + "static " + declaration.substring(start);
  }

  /** After the next semicolon or closing brace outside of brackets, or the end. */
  private static int endOfChunk(String masked, int start) {
    int depth = 0;
    for (int at = start; at < masked.length(); at++) {
      char c = masked.charAt(at);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth = Math.max(0, depth - 1);
      }
      if (depth == 0 && (c == ';' || c == '}')) {
        return at + 1;
      }
    }
    return masked.length();
  }

  private static String closing(String masked) {
    Deque<Character> open = new ArrayDeque<>();
    for (char c : masked.toCharArray()) {
      if (c == '(' || c == '[' || c == '{') {
        open.push(c);
      } else if ((c == ')' || c == ']' || c == '}') && !open.isEmpty()) {
        open.pop();
      }
    }
    StringBuilder closing = new StringBuilder();
    open.forEach(c -> closing.append(c == '(' ? ")" : c == '[' ? "]" : ";}"));
    return closing.append(';').toString();
  }
}
