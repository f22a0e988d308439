package org.rsrkernel.kernel.shell;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the classes of snippets, and those of jars that were added to the running kernel. */
final class SnippetClassLoader extends URLClassLoader {
  private final Map<String, byte[]> snippetClasses = new ConcurrentHashMap<>();

  SnippetClassLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
  }

  void addSnippetClass(String name, byte[] classFile) {
    snippetClasses.put(name, classFile);
  }

  void addPath(Path jarOrFolder) {
    try {
      addURL(jarOrFolder.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("cannot load classes from " + jarOrFolder, e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = snippetClasses.remove(name);
    if (classFile == null) {
      return super.findClass(name);
    }
    byte[] checked = InterruptChecks.insert(classFile);
    return defineClass(name, checked, 0, checked.length);
  }
}
