package org.rsrkernel.kernel.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Snippets' classes that go when nothing refers to them any more. Thread-safe; never waits for its
 * parent while it defines a class, since the parent comes here.
 */
final class UnloadableClasses extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Set<String> names;
  private final Map<String, byte[]> toBeDefined;
  private final List<UnloadableClasses> needed;

  /**
   * @param needed loaders of what the classes refer to, which must live as long: classes are linked
   *     late
   */
  UnloadableClasses(
      SnippetClasses classes, List<UnloadableClasses> needed, SnippetClassLoader parent) {
    super("cell", parent);
    this.names = Set.copyOf(classes.names());
    this.toBeDefined = new ConcurrentHashMap<>(classes.classFiles());
    this.needed = needed;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return names.contains(name) ? defined(name) : super.loadClass(name, resolve);
  }

  Class<?> defined(String name) {
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      if (found == null) {
        byte[] classFile = toBeDefined.remove(name);
        found = defineClass(name, classFile, 0, classFile.length);
      }
      return found;
    }
  }

  @Override
  public String toString() {
    return "classes " + names + " with " + needed.size() + " more";
  }
}
