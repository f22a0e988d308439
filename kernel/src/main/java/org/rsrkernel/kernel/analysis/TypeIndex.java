package org.rsrkernel.kernel.analysis;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The public names of all packages and top-level classes that a cell could name. The JDK and the
 * entries of the class path are read once, by the first question. Thread-safe.
 */
public final class TypeIndex {

  /** The kernel's own packages, but for those that notebooks and extensions use. */
  private static final Pattern INTERNAL =
      Pattern.compile("org\\.rsrkernel\\.kernel(?:\\.(?!extension$|display$).*)?");

  private static final String CLASS_SUFFIX = ".class";

  private static final List<String> EVERYDAY_PACKAGES =
      List.of("java.util.", "java.io.", "java.nio.file.", "java.time.", "java.math.", "java.");

  /** Full class names, those of everyday Java before the rest of the JDK and this before others. */
  public static final Comparator<String> NEAREST_FIRST =
      Comparator.comparingInt(TypeIndex::remoteness).thenComparing(Comparator.naturalOrder());

  private final ClassPath classPath;
  private final Map<Path, Names> namesByEntry = new HashMap<>();

  private static final class Jdk {
    static final Names NAMES = jdkNames();
  }

  private record Names(
      NavigableMap<String, Set<String>> classesByPackage,
      NavigableMap<String, Set<String>> packagesByClass) {

    Names() {
      this(new TreeMap<>(), new TreeMap<>());
    }

    void add(String packageName, String simpleName) {
      boolean nested = simpleName.indexOf('$') >= 0 || simpleName.contains("-");
      if (!nested
          && !INTERNAL.matcher(packageName).matches()
          && !packageName.isEmpty()
          && !packageName.startsWith("META-INF")) {
        classesByPackage.computeIfAbsent(packageName, name -> new TreeSet<>()).add(simpleName);
        packagesByClass.computeIfAbsent(simpleName, name -> new TreeSet<>()).add(packageName);
      }
    }
  }

  /**
   * @param classPath may grow later
   */
  public TypeIndex(ClassPath classPath) {
    this.classPath = classPath;
  }

  /** Full names of the classes whose simple name starts so; those of everyday Java first. */
  public List<String> classesStarting(String prefix) {
    return names()
        .flatMap(
            names ->
                names
                    .packagesByClass()
                    .subMap(prefix, prefix + Character.MAX_VALUE)
                    .entrySet()
                    .stream())
        .flatMap(entry -> entry.getValue().stream().map(owner -> owner + "." + entry.getKey()))
        .distinct()
        .sorted(NEAREST_FIRST)
        .toList();
  }

  /** Full names of the classes of this simple name. */
  public List<String> classesNamed(String simpleName) {
    return names()
        .flatMap(names -> names.packagesByClass().getOrDefault(simpleName, Set.of()).stream())
        .map(owner -> owner + "." + simpleName)
        .distinct()
        .sorted(NEAREST_FIRST)
        .toList();
  }

  /** The next part of the names of the packages inside a package; of all packages for "". */
  public List<String> packagesIn(String packageName) {
    String start = packageName.isEmpty() ? "" : packageName + ".";
    return names()
        .flatMap(
            names ->
                names
                    .classesByPackage()
                    .subMap(start, start + Character.MAX_VALUE)
                    .keySet()
                    .stream())
        .filter(name -> name.length() > start.length())
        .map(name -> name.substring(start.length()).replaceFirst("\\..*", ""))
        .distinct()
        .sorted()
        .toList();
  }

  /** Simple names of the classes in a package. */
  public List<String> classesIn(String packageName) {
    return names()
        .flatMap(names -> names.classesByPackage().getOrDefault(packageName, Set.of()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * How far a class is from everyday Java: 0 for {@code java.util}, the most for other libraries.
   */
  public static int remoteness(String fullName) {
    for (int at = 0; at < EVERYDAY_PACKAGES.size(); at++) {
      if (fullName.startsWith(EVERYDAY_PACKAGES.get(at))) {
        return at;
      }
    }
    return EVERYDAY_PACKAGES.size();
  }

  private Stream<Names> names() {
    return Stream.concat(Stream.of(Jdk.NAMES), classPath.entries().stream().map(this::namesOf));
  }

  private Names namesOf(Path entry) {
    synchronized (namesByEntry) {
      return namesByEntry.computeIfAbsent(entry, TypeIndex::read);
    }
  }

  private static Names read(Path entry) {
    Names names = new Names();
    try {
      if (Files.isDirectory(entry)) {
        readFolder(entry, names);
      } else {
        readJar(entry, names);
      }
    } catch (IOException unreadable) {
      return new Names(); // the compiler cannot read it either
    }
    return names;
  }

  private static void readJar(Path jar, Names names) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream().map(ZipEntry::getName).forEach(name -> addClassFile(name, names));
    }
  }

  private static void readFolder(Path folder, Names names) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(
          file -> addClassFile(folder.relativize(file).toString().replace('\\', '/'), names));
    }
  }

  private static void addClassFile(String name, Names names) {
    int slash = name.lastIndexOf('/');
    if (name.endsWith(CLASS_SUFFIX) && slash > 0) {
      String simpleName = name.substring(slash + 1, name.length() - CLASS_SUFFIX.length());
      names.add(name.substring(0, slash).replace('/', '.'), simpleName);
    }
  }

  private static Names jdkNames() {
    Names names = new Names();
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    for (Module module : ModuleLayer.boot().modules()) {
      module.getDescriptor().exports().stream()
          .filter(exports -> !exports.isQualified())
          .map(Exports::source)
          .forEach(name -> readPackage(modules.resolve(module.getName()), name, names));
    }
    return names;
  }

  private static void readPackage(Path module, String packageName, Names names) {
    Path folder = module.resolve(packageName.replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(CLASS_SUFFIX))
          .forEach(
              name ->
                  names.add(packageName, name.substring(0, name.length() - CLASS_SUFFIX.length())));
    } catch (IOException unreadable) {
      names.classesByPackage().putIfAbsent(packageName, new TreeSet<>());
    }
  }
}
