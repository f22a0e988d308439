package org.rsrkernel.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/**
 * What JShell keeps about snippets, from inside: there is no public way to it. Found where the JVM
 * was started with {@code --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED} and JShell has the fields
 * that it has in JDK 17 to 25. Used with JShell's lock held.
 */
final class JShellTables {
  private final JShell jshell;
  private final Set<Snippet> snippets;
  private final List<Snippet> snippetsByKey;
  private final Map<String, Set<Integer>> keysByReference;
  private final Map<String, ?> variableKeysByName;
  private final List<Map<String, ?>> tablesByClass;
  private final Object taskFactory;
  private final Method renewCompilers;
  private final Method className;

  @SuppressWarnings("unchecked") // the types of JShell's fields
  private JShellTables(JShell jshell) throws ReflectiveOperationException {
    this.jshell = jshell;
    Object maps = field(jshell, "maps");
    snippets = (Set<Snippet>) field(maps, "snippets");
    snippetsByKey = (List<Snippet>) field(maps, "keyIndexToSnippet");
    keysByReference = (Map<String, Set<Integer>>) field(maps, "dependencies");
    variableKeysByName = (Map<String, ?>) field(field(jshell, "keyMap"), "varMap");
    taskFactory = field(jshell, "taskFactory");
    tablesByClass =
        List.of(
            (Map<String, ?>) field(field(jshell, "outerMap"), "classOuters"),
            (Map<String, ?>) field(field(jshell, "classTracker"), "map"),
            (Map<String, ?>) field(field(taskFactory, "fileManager"), "classObjects"));
    renewCompilers = method(taskFactory.getClass(), "initTaskPool");
    className = method(Snippet.class, "classFullName");
  }

  /** Empty where this JVM does not let us in, or its JShell is another. */
  static Optional<JShellTables> of(JShell jshell) {
    if (!JShell.class.getModule().isOpen("jdk.jshell", JShellTables.class.getModule())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JShellTables(jshell));
    } catch (ReflectiveOperationException | ClassCastException anotherJShell) {
      return Optional.empty();
    }
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  private static Method method(Class<?> owner, String name) throws ReflectiveOperationException {
    Method method = owner.getDeclaredMethod(name);
    method.setAccessible(true);
    return method;
  }

  private static Object call(Method method, Object target) {
    try {
      return method.invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("JShell does not let itself be asked: " + e, e);
    }
  }

  /** All snippets, in the order they were evaluated. */
  Set<Snippet> snippets() {
    return snippets;
  }

  /** Those that were dropped, replaced or refused, the oldest first. */
  List<Snippet> deadSnippets() {
    return snippets.stream().filter(snippet -> !jshell.status(snippet).isActive()).toList();
  }

  /** Names of the top-level classes that active snippets are compiled to. */
  Set<String> classesOfActiveSnippets() {
    return snippets.stream()
        .filter(snippet -> jshell.status(snippet).isActive())
        .map(snippet -> (String) call(className, snippet))
        .collect(Collectors.toSet());
  }

  /** Removes a dead snippet, but not yet what is kept by its class and by what it refers to. */
  void remove(Snippet dead) {
    snippets.remove(dead);
    int key = Integer.parseInt(dead.id());
    if (key < snippetsByKey.size() && snippetsByKey.get(key) == dead) {
      snippetsByKey.set(key, null);
    }
    if (dead instanceof VarSnippet variable && ExpressionVariable.isDeclaredBy(variable)) {
      variableKeysByName.remove(variable.name());
    }
  }

  /**
   * Removes what is kept for other classes and for snippets that were removed.
   *
   * @param classes names of top-level classes of snippets
   */
  void retain(Set<String> classes) {
    for (Map<String, ?> table : tablesByClass) {
      table.keySet().removeIf(name -> !classes.contains(SnippetNames.topLevelClass(name)));
    }
    Set<Integer> keys =
        snippets.stream().map(snippet -> Integer.valueOf(snippet.id())).collect(Collectors.toSet());
    keysByReference.values().forEach(dependents -> dependents.retainAll(keys));
    keysByReference.values().removeIf(Collection::isEmpty);
  }

  /** Makes JShell start its compilers afresh. */
  void renewCompilers() {
    call(renewCompilers, taskFactory);
  }
}
