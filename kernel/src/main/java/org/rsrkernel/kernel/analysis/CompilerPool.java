package org.rsrkernel.kernel.analysis;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compilers that know the class path. Thread-safe: one request at a time.
 *
 * <p>javac can keep its tables between requests, which makes an answer four times as fast, but
 * offers it to JShell only. Where the JVM was started with {@code --add-exports
 * jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED} this is used, elsewhere each request starts
 * afresh.
 */
public final class CompilerPool {

  private static final List<String> OPTIONS =
      List.of("-proc:none", "-XDshould-stop.at=FLOW", "-Xlint:none");
  private static final DiagnosticListener<JavaFileObject> NO_ERRORS = error -> {};

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final ClassPath classPath;
  private final boolean keepTables;
  private List<Path> openedClassPath;
  private StandardJavaFileManager files;
  private Object reusableTasks;

  public CompilerPool(ClassPath classPath) {
    this(classPath, ReusableTasks.areExported());
  }

  CompilerPool(ClassPath classPath, boolean keepTables) {
    this.classPath = classPath;
    this.keepTables = keepTables;
  }

  /** Runs a question against a task for one source file, errors in it ignored. */
  synchronized <R> R withTask(String source, Function<JavacTask, R> question) {
    open();
    List<JavaFileObject> units = List.of(new SourceText(source));
    if (reusableTasks != null) {
      return ReusableTasks.withTask(reusableTasks, files, units, question);
    }
    return question.apply(
        (JavacTask) compiler.getTask(Writer.nullWriter(), files, NO_ERRORS, OPTIONS, null, units));
  }

  private void open() {
    List<Path> entries = classPath.entries();
    if (entries.equals(openedClassPath)) {
      return;
    }
    try {
      if (files != null) {
        files.close();
      }
      files = compiler.getStandardFileManager(NO_ERRORS, Locale.ENGLISH, StandardCharsets.UTF_8);
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reusableTasks = keepTables ? ReusableTasks.open() : null;
    openedClassPath = entries;
  }

  /** javac's {@code JavacTaskPool}, reached by reflection as it is not for everyone. */
  private static final class ReusableTasks {

    private static final String PACKAGE = "com.sun.tools.javac.api";

    private ReusableTasks() {}

    static boolean areExported() {
      return JavacTask.class.getModule().isExported(PACKAGE, CompilerPool.class.getModule());
    }

    static Object open() {
      try {
        return Class.forName(PACKAGE + ".JavacTaskPool").getConstructor(int.class).newInstance(1);
      } catch (ReflectiveOperationException movedInThisJdk) {
        return null;
      }
    }

    @SuppressWarnings("unchecked") // the pool returns what the question returned
    static <R> R withTask(
        Object pool,
        StandardJavaFileManager files,
        List<JavaFileObject> units,
        Function<JavacTask, R> question) {
      Method getTask =
          List.of(pool.getClass().getMethods()).stream()
              .filter(method -> method.getName().equals("getTask"))
              .findFirst()
              .orElseThrow();
      Class<?> worker = getTask.getParameterTypes()[6];
      Object asking =
          Proxy.newProxyInstance(
              worker.getClassLoader(),
              new Class<?>[] {worker},
              (proxy, method, arguments) -> question.apply((JavacTask) arguments[0]));
      try {
        return (R)
            getTask.invoke(
                pool, Writer.nullWriter(), files, NO_ERRORS, OPTIONS, null, units, asking);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
