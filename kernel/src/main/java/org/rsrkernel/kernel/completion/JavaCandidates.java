package org.rsrkernel.kernel.completion;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import org.rsrkernel.kernel.analysis.CursorView;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.analysis.VisibleElements;
import org.rsrkernel.kernel.analysis.VisibleElements.Nearness;

/** What Java allows at the cursor. */
final class JavaCandidates {

  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "new",
          "null",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "true",
          "try",
          "var",
          "void",
          "while",
          "yield");

  private static final Pattern AFTER_NEW =
      Pattern.compile("(?s)(?:.*\\W)?new\\s+(?:[\\p{L}\\p{N}_$.]+\\.)?");
  private static final int MOST_CLASSES_TO_IMPORT = 20;
  private static final int SHORTEST_NAME_TO_IMPORT = 3;

  private final CursorView view;
  private final TypeIndex index;
  private final String prefix;
  private final boolean afterNew;
  private final ElementCandidates found;

  /**
   * @param before the code up to the name that is being written
   * @param prefix of that name, as far as it is written
   */
  JavaCandidates(CursorView view, TypeIndex index, String before, String prefix) {
    this.view = view;
    this.index = index;
    this.prefix = prefix;
    this.afterNew = AFTER_NEW.matcher(before).matches();
    this.found = new ElementCandidates(view, prefix);
  }

  List<Candidate> find() {
    VisibleElements visible = new VisibleElements(view, this::add);
    visible.visitAll().ifPresent(this::addPackage);
    if (view.qualifier().isEmpty()) {
      addWords();
      addClassesToImport();
    } else if (visible.isBehindClass() && !afterNew) {
      found.addWord("class", "keyword", Closeness.KEYWORD);
    } else if (view.trees().getTypeMirror(view.qualifier().get()) instanceof ArrayType) {
      found.addWord("length", "property", Closeness.MEMBER_WORD);
    }
    return found.all();
  }

  private void add(Element element, DeclaredType site, Nearness nearness) {
    boolean makes = element instanceof TypeElement type && !prefix.isEmpty() && canBeMade(type);
    if (afterNew && makes) {
      found.addConstructors((TypeElement) element, nearness);
    } else if (!afterNew || element instanceof TypeElement) {
      found.add(element, site, nearness);
    }
  }

  private static boolean canBeMade(TypeElement type) {
    boolean isClass = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
    return isClass && !type.getModifiers().contains(Modifier.ABSTRACT);
  }

  private void addPackage(String name) {
    index.packagesIn(name).forEach(part -> found.addWord(part, "module", Closeness.PACKAGE));
    addClassesIn(name);
  }

  private void addWords() {
    if (!afterNew) {
      KEYWORDS.forEach(word -> found.addWord(word, "keyword", Closeness.KEYWORD));
    }
    if (!prefix.isEmpty()) {
      index.packagesIn("").forEach(name -> found.addWord(name, "module", Closeness.PACKAGE));
      addClassesIn("java.lang");
    }
  }

  private void addClassesIn(String packageName) {
    index.classesIn(packageName).stream()
        .filter(name -> found.matches(name) && isPublic(packageName + "." + name))
        .forEach(name -> found.addWord(name, "class", Closeness.CLASS));
  }

  /** Classes not imported yet, by their full name: Jupyter cannot add an import elsewhere. */
  private void addClassesToImport() {
    if (prefix.length() < SHORTEST_NAME_TO_IMPORT || !Character.isUpperCase(prefix.charAt(0))) {
      return;
    }
    index.classesStarting(prefix).stream()
        .filter(name -> !found.has(name.substring(name.lastIndexOf('.') + 1)) && isPublic(name))
        .limit(MOST_CLASSES_TO_IMPORT)
        .forEach(found::addClassToImport);
  }

  private boolean isPublic(String className) {
    TypeElement type = view.elements().getTypeElement(className);
    return type != null && type.getModifiers().contains(Modifier.PUBLIC);
  }
}
