package org.rsrkernel.kernel.analysis;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Tells what is Java from what is not, whether or not the names in it mean something. */
public final class Syntax {
  /** The places where a snippet may stand: a file, a class, a method, an expression. */
  private static final List<String> PLACES =
      List.of(
          "%s",
          "class C {\n%s\n}",
          "class C { Object m() throws Throwable {\n%s\n; } }",
          "class C { Object o = (\n%s\n); }");

  private Syntax() {}

  /** Whether a snippet parses as imports, declarations, statements or an expression. */
  public static boolean parses(String snippet) {
    List<? extends JavaFileObject> attempts =
        PLACES.stream().map(place -> new SourceText(place.formatted(snippet))).toList();
    Set<JavaFileObject> failed = new HashSet<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(),
                null,
                problem -> {
                  if (problem.getKind() == Diagnostic.Kind.ERROR) {
                    failed.add(problem.getSource());
                  }
                },
                List.of("-proc:none"),
                null,
                attempts);
    try {
      task.parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return failed.size() < attempts.size();
  }
}
