package org.rsrkernel.kernel.shell;

import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * Loads the classes of snippets, and those of jars that were added to the running kernel.
 *
 * <p>Snippets whose classes nobody needs to be in one package with get a loader of their own, so
 * that they can be unloaded when they are replaced and nothing runs in them. Thread-safe.
 */
final class SnippetClassLoader extends URLClassLoader {
  private static final int RECENT = 200;

  static {
    registerAsParallelCapable(); // cells run threads that load classes, too
  }

  private final Map<String, byte[]> toBeDefined = new ConcurrentHashMap<>();
  private final Map<String, UnloadableClasses> nameable = new ConcurrentHashMap<>();
  private final Map<String, WeakReference<UnloadableClasses>> loaded = new ConcurrentHashMap<>();
  private final DeclaredClasses declared = new DeclaredClasses();
  private final Deque<String> recent = new ArrayDeque<>();

  SnippetClassLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
  }

  /** Takes the classes of snippets that were compiled together. */
  void addSnippetClasses(List<ClassBytecodes> compiled) {
    SnippetClasses classes = SnippetClasses.of(compiled);
    if (classes.canStandAlone()) {
      UnloadableClasses own = new UnloadableClasses(classes, needed(classes), this);
      for (String name : classes.names()) {
        nameable.put(name, own);
        loaded.put(name, new WeakReference<>(own));
      }
    } else {
      toBeDefined.putAll(classes.classFiles());
    }
    classes.names().forEach(declared::add);
    remember(classes.topLevelNames());
  }

  /** Which of these classes is the one that a name in a cell means. */
  DeclaredClasses declared() {
    return declared;
  }

  private synchronized void remember(Set<String> names) {
    recent.addAll(names);
    while (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  /** Names of the top-level classes of snippets that were loaded last. */
  synchronized Set<String> recentClasses() {
    return Set.copyOf(recent);
  }

  /** Lets go of all top-level classes but these, and of what is nested in them. */
  void retain(Set<String> topLevelNames) {
    nameable.keySet().removeIf(name -> !topLevelNames.contains(SnippetNames.topLevelClass(name)));
    loaded.values().removeIf(reference -> reference.get() == null);
  }

  private List<UnloadableClasses> needed(SnippetClasses classes) {
    return classes.referredNames().stream().map(nameable::get).filter(Objects::nonNull).toList();
  }

  void addPath(Path jarOrFolder) {
    try {
      addURL(jarOrFolder.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("cannot load classes from " + jarOrFolder, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(SnippetNames.PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) { // no jar needs to be searched for a snippet
      Class<?> found = findLoadedClass(name);
      return found == null ? findClass(name) : found;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    WeakReference<UnloadableClasses> reference = loaded.get(name);
    UnloadableClasses own = reference == null ? null : reference.get();
    if (own != null) {
      return own.defined(name);
    }
    byte[] classFile = toBeDefined.remove(name);
    if (classFile == null) {
      return super.findClass(name);
    }
    return defineClass(name, classFile, 0, classFile.length);
  }
}
