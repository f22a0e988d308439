package org.rsrkernel.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.execution.LoaderDelegate;
import org.rsrkernel.kernel.running.CellInterrupt;

/**
 * Runs compiled snippets on the calling thread and keeps what JShell would turn into text: the
 * value, the throwable, the field behind a variable.
 *
 * <p>Called with JShell's lock held; the lock is free while a snippet's own code runs, so that
 * completion works meanwhile.
 */
final class SnippetExecution extends DirectExecutionControl {
  private final SnippetClassLoader loader;
  private final ReentrantLock jshellLock;
  private Object value;
  private Throwable thrown;
  private Field field;

  SnippetExecution(SnippetClassLoader loader, ReentrantLock jshellLock) {
    super(new Loading(loader));
    this.loader = loader;
    this.jshellLock = jshellLock;
  }

  /** The value of the snippet that ran last, once. */
  Optional<Object> takeValue() {
    Object taken = value;
    value = null;
    return Optional.ofNullable(taken);
  }

  /** What the snippet that ran last has thrown, once. */
  Optional<Throwable> takeThrown() {
    Throwable taken = thrown;
    thrown = null;
    return Optional.ofNullable(taken);
  }

  /** The field that the last call of {@link #varValue} was about. */
  Field field() {
    return field;
  }

  SnippetClassLoader loader() {
    return loader;
  }

  @Override
  public String invoke(String className, String methodName)
      throws RunException, EngineTerminationException, InternalException {
    value = null;
    thrown = null;
    try {
      Method method = findClass(className).getDeclaredMethod(methodName);
      method.setAccessible(true);
      value = invokeUnlocked(method);
      return "";
    } catch (InvocationTargetException e) {
      thrown = e.getCause();
      return throwConverted(thrown);
    } catch (ReflectiveOperationException | LinkageError e) {
      thrown = e;
      return throwConvertedInvocationException(e);
    }
  }

  private String throwConverted(Throwable cause) throws RunException, InternalException {
    try {
      return throwConvertedInvocationException(cause);
    } catch (RuntimeException | Error hasNoMessage) {
      String text = "its message cannot be told: " + hasNoMessage.getClass().getName();
      throw new UserException(text, cause.getClass().getName(), cause.getStackTrace());
    }
  }

  private Object invokeUnlocked(Method method) throws ReflectiveOperationException {
    int holds = jshellLock.getHoldCount();
    for (int i = 0; i < holds; i++) {
      jshellLock.unlock();
    }
    boolean interruptible = CellInterrupt.allow(true);
    try {
      return method.invoke(null);
    } finally {
      CellInterrupt.allow(interruptible);
      for (int i = 0; i < holds; i++) {
        jshellLock.lock();
      }
    }
  }

  @Override
  public String varValue(String className, String variableName)
      throws RunException, EngineTerminationException, InternalException {
    try {
      field = findClass(className).getDeclaredField(variableName);
      field.setAccessible(true);
      return "";
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new InternalException(e.toString());
    }
  }

  private record Loading(SnippetClassLoader loader) implements LoaderDelegate {
    @Override
    public void load(ClassBytecodes[] classes) {
      loader.addSnippetClasses(List.of(classes));
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
      throw new IllegalStateException("JShell replaces classes here, it never redefines them");
    }

    @Override
    public void addToClasspath(String path) {
      throw new IllegalStateException("the class path grows through JavaShell");
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
      return loader.loadClass(name);
    }
  }
}
