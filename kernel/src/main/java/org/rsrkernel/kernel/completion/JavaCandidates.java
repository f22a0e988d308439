package org.rsrkernel.kernel.completion;

import com.sun.source.tree.Scope;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.rsrkernel.kernel.analysis.CursorView;
import org.rsrkernel.kernel.analysis.TypeIndex;

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

  private final CursorView view;
  private final TypeIndex index;
  private final String prefix;
  private final ElementCandidates found;

  JavaCandidates(CursorView view, TypeIndex index, String prefix) {
    this.view = view;
    this.index = index;
    this.prefix = prefix;
    this.found = new ElementCandidates(view, prefix);
  }

  List<Candidate> find() {
    if (view.path().isEmpty()) {
      return List.of();
    }
    Optional<TreePath> qualifier = view.qualifier();
    if (qualifier.isPresent()) {
      addMembers(qualifier.get());
    } else {
      addNamesInScope(view.path().get());
    }
    return found.all();
  }

  private void addMembers(TreePath qualifier) {
    Element element = view.trees().getElement(qualifier);
    TypeMirror type = view.trees().getTypeMirror(qualifier);
    if (element instanceof PackageElement owner) {
      addPackage(owner.getQualifiedName().toString());
    } else if (element instanceof TypeElement owner) {
      Scope scope = view.trees().getScope(qualifier);
      addMembersOf((DeclaredType) owner.asType(), scope, true);
      found.addWord("class", "keyword", Closeness.KEYWORD);
    } else if (type instanceof ArrayType) {
      found.addWord("length", "property", Closeness.OWN_MEMBER);
      addMembersOf(objectType(), view.trees().getScope(qualifier), false);
    } else {
      declared(type).ifPresent(site -> addMembersOf(site, view.trees().getScope(qualifier), false));
    }
  }

  private void addPackage(String name) {
    index.packagesIn(name).forEach(part -> found.addWord(part, "module", Closeness.PACKAGE));
    index.classesIn(name).forEach(part -> found.addWord(part, "class", Closeness.IMPORTED_CLASS));
  }

  private void addMembersOf(DeclaredType site, Scope scope, boolean ofTheClass) {
    TypeElement owner = (TypeElement) site.asElement();
    for (Element member : view.elements().getAllMembers(owner)) {
      boolean fits = !ofTheClass || belongsToClass(member) || view.isMethodReference();
      boolean nestedOfObject = !ofTheClass && member instanceof TypeElement;
      if (fits && !nestedOfObject && view.trees().isAccessible(scope, member, site)) {
        found.add(member, ofTheClass ? null : site, closeness(member, owner));
      }
    }
  }

  private static boolean belongsToClass(Element member) {
    return member.getModifiers().contains(Modifier.STATIC) || member instanceof TypeElement;
  }

  private static int closeness(Element member, TypeElement owner) {
    Element declaredIn = member.getEnclosingElement();
    if (declaredIn instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.Object")) {
      return Closeness.OBJECT_MEMBER;
    }
    return declaredIn.equals(owner) ? Closeness.OWN_MEMBER : Closeness.INHERITED_MEMBER;
  }

  private Optional<DeclaredType> declared(TypeMirror type) {
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return Optional.of(declared);
    }
    return type instanceof TypeVariable variable
        ? declared(variable.getUpperBound())
        : Optional.empty();
  }

  private DeclaredType objectType() {
    return (DeclaredType) view.elements().getTypeElement("java.lang.Object").asType();
  }

  private void addNamesInScope(TreePath path) {
    Scope scope = view.trees().getScope(path);
    for (Scope at = scope; at != null; at = at.getEnclosingScope()) {
      for (Element element : at.getLocalElements()) {
        found.add(
            element,
            null,
            element instanceof TypeElement ? Closeness.IMPORTED_CLASS : Closeness.LOCAL);
      }
      TypeElement enclosing = at.getEnclosingClass();
      if (enclosing != null) {
        addEnclosingMembers(enclosing, scope);
      }
    }
    KEYWORDS.forEach(word -> found.addWord(word, "keyword", Closeness.KEYWORD));
    addPlatformNames();
  }

  private void addEnclosingMembers(TypeElement enclosing, Scope scope) {
    DeclaredType site = (DeclaredType) enclosing.asType();
    for (Element member : view.elements().getAllMembers(enclosing)) {
      Element owner = member.getEnclosingElement();
      boolean object = closeness(member, enclosing) == Closeness.OBJECT_MEMBER;
      boolean usable = !object && member.getKind() != ElementKind.CONSTRUCTOR;
      if (usable && view.trees().isAccessible(scope, member, site)) {
        boolean earlier = owner.getSimpleName().contentEquals(CursorView.NOTEBOOK);
        found.add(member, site, earlier ? Closeness.NOTEBOOK : Closeness.CELL);
      }
    }
  }

  private void addPlatformNames() {
    if (prefix.isEmpty()) {
      return;
    }
    index.packagesIn("").forEach(name -> found.addWord(name, "module", Closeness.PACKAGE));
    view.elements()
        .getPackageElement("java.lang")
        .getEnclosedElements()
        .forEach(type -> found.add(type, null, Closeness.IMPORTED_CLASS));
  }
}
