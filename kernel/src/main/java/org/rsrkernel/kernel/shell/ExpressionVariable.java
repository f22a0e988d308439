package org.rsrkernel.kernel.shell;

import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.rsrkernel.kernel.source.MaskedCode;

/**
 * A bare expression as the declaration of a variable that nobody sees. JShell compiles a bare
 * expression twice more, to find out the type of a variable of its own, {@code $1}.
 *
 * <p>The value is cast, since an expression that is assigned may mean something else: in {@code
 * switch (x) { case 1 -> 1; default -> 2.0; }} the 1 is a double only if it stands alone.
 */
final class ExpressionVariable {
  private static final String NAME = "value$$";
  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*[\\p{L}_$][\\p{L}\\p{N}_$]*\\s*=[^=].*", Pattern.DOTALL);

  private int declared;

  /** The declaration, in the same lines; empty for what cannot be an expression with a value. */
  Optional<String> declarationOf(String source) {
    String code = MaskedCode.of(source).text().stripTrailing();
    boolean statement =
        code.endsWith(";") || code.endsWith("}") || ASSIGNMENT.matcher(code).matches();
    if (code.isEmpty() || statement) {
      return Optional.empty();
    }
    declared++;
    return Optional.of("Object " + NAME + declared + " = (Object) (" + source + "\n);");
  }

  /** Whether the snippet is such a declaration, or a bare expression that JShell made one of. */
  static boolean isDeclaredBy(Snippet snippet) {
    return snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
        || snippet instanceof VarSnippet variable && variable.name().startsWith(NAME);
  }
}
