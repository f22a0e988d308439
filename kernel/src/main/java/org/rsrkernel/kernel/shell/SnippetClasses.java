package org.rsrkernel.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The classes of snippets that were compiled together, with interrupt checks.
 *
 * @param classFiles by class name
 * @param referredNames names of snippet classes outside of these that they refer to
 * @param nameDeclaredTypes whether they declare or use classes, records, interfaces or enums that
 *     cells can name
 */
record SnippetClasses(
    Map<String, byte[]> classFiles, Set<String> referredNames, boolean nameDeclaredTypes) {
  private static final int CONSTANT_CLASS = 7; // the tag in a class file

  static SnippetClasses of(List<ClassBytecodes> compiled) {
    Map<String, byte[]> classFiles = new LinkedHashMap<>();
    Set<String> referred = new HashSet<>();
    boolean nameDeclaredTypes = false;
    for (ClassBytecodes one : compiled) {
      ClassReader reader = new ClassReader(one.bytecodes());
      classFiles.put(one.name(), InterruptChecks.insert(reader));
      referred.addAll(referredNames(reader));
      MemberTypes types = new MemberTypes();
      reader.accept(types, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
      nameDeclaredTypes |= types.found;
    }
    referred.removeAll(classFiles.keySet());
    return new SnippetClasses(classFiles, referred, nameDeclaredTypes);
  }

  /** Loads what reads and changes classes: the archive of loaded classes cannot hold ASM's. */
  static void loadWeaver() {
    Class<?> any = SnippetNames.class;
    try (InputStream classFile = any.getResourceAsStream(any.getSimpleName() + ".class")) {
      of(List.of(new ClassBytecodes(any.getName(), classFile.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> names() {
    return classFiles.keySet();
  }

  Set<String> topLevelNames() {
    return names().stream().map(SnippetNames::topLevelClass).collect(Collectors.toSet());
  }

  /**
   * Whether a class loader of their own changes nothing. JShell's own classes are public with all
   * they hold, but members of classes that cells declare may be open to their package only, and a
   * package ends at its loader.
   */
  boolean canStandAlone() {
    return !nameDeclaredTypes;
  }

  private static Set<String> referredNames(ClassReader reader) {
    Set<String> names = new HashSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_CLASS) {
        String name = reader.readUTF8(offset, buffer).replace('/', '.');
        if (name.startsWith(SnippetNames.PACKAGE)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Finds out whether a class names member classes; local and anonymous ones do not count. */
  private static final class MemberTypes extends ClassVisitor {
    private boolean found;

    MemberTypes() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitInnerClass(String name, String outerName, String innerName, int access) {
      found |= outerName != null && outerName.startsWith("REPL/");
    }
  }
}
