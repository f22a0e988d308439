package org.rsrkernel.kernel.analysis;

import com.sun.source.tree.Scope;
import com.sun.source.util.TreePath;
import java.util.Optional;
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

/** Walks over everything that a name at the cursor could mean, the nearest first. */
public final class VisibleElements {

  /** Where an element comes from; what a person most likely means has the smaller ordinal. */
  public enum Nearness {
    LOCAL,
    CELL,
    NOTEBOOK,
    OWN_MEMBER,
    INHERITED_MEMBER,
    OBJECT_MEMBER,
    CLASS
  }

  /** Told of each element. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Takes an element.
     *
     * @param site the type it is a member of, which settles its type variables; null if none
     */
    void visit(Element element, DeclaredType site, Nearness nearness);
  }

  private final CursorView view;
  private final Visitor visitor;

  public VisibleElements(CursorView view, Visitor visitor) {
    this.view = view;
    this.visitor = visitor;
  }

  /**
   * Visits what may follow the dot, or what is in scope where there is none.
   *
   * @return the name of the package before the dot, whose parts are not elements
   */
  public Optional<String> visitAll() {
    Optional<TreePath> qualifier = view.qualifier();
    if (qualifier.isPresent()) {
      return visitMembers(qualifier.get());
    }
    view.path().ifPresent(this::visitScope);
    return Optional.empty();
  }

  /** Whether what stands before the dot is a class rather than a value. */
  public boolean isBehindClass() {
    return view.qualifier()
        .map(view.trees()::getElement)
        .filter(TypeElement.class::isInstance)
        .isPresent();
  }

  private Optional<String> visitMembers(TreePath qualifier) {
    Element element = view.trees().getElement(qualifier);
    if (element instanceof PackageElement owner) {
      return Optional.of(owner.getQualifiedName().toString());
    }
    TypeMirror type = view.trees().getTypeMirror(qualifier);
    Optional<DeclaredType> site =
        element instanceof TypeElement owner ? declared(owner.asType()) : declared(type);
    site.ifPresent(
        of -> visitMembers(of, view.trees().getScope(qualifier), element instanceof TypeElement));
    return Optional.empty();
  }

  private void visitMembers(DeclaredType site, Scope scope, boolean ofTheClass) {
    TypeElement owner = (TypeElement) site.asElement();
    for (Element member : view.elements().getAllMembers(owner)) {
      boolean belongsToClass =
          member.getModifiers().contains(Modifier.STATIC) || member instanceof TypeElement;
      boolean fits = ofTheClass ? belongsToClass || view.isMethodReference() : !belongsToClass;
      if (fits && view.trees().isAccessible(scope, member, site)) {
        visitor.visit(member, ofTheClass ? null : site, nearness(member, owner));
      }
    }
  }

  private static Nearness nearness(Element member, TypeElement owner) {
    Element declaredIn = member.getEnclosingElement();
    if (declaredIn instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.Object")) {
      return Nearness.OBJECT_MEMBER;
    }
    return declaredIn.equals(owner) ? Nearness.OWN_MEMBER : Nearness.INHERITED_MEMBER;
  }

  private Optional<DeclaredType> declared(TypeMirror type) {
    if (type instanceof ArrayType) {
      return declared(view.elements().getTypeElement("java.lang.Object").asType());
    }
    if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return Optional.of(declared);
    }
    return type instanceof TypeVariable variable
        ? declared(variable.getUpperBound())
        : Optional.empty();
  }

  private void visitScope(TreePath path) {
    Scope scope = view.trees().getScope(path);
    for (Scope at = scope; at != null; at = at.getEnclosingScope()) {
      for (Element element : at.getLocalElements()) {
        visitor.visit(
            element, null, element instanceof TypeElement ? Nearness.CLASS : Nearness.LOCAL);
      }
      if (at.getEnclosingClass() != null) {
        visitEnclosing(at.getEnclosingClass(), scope);
      }
    }
  }

  private void visitEnclosing(TypeElement enclosing, Scope scope) {
    DeclaredType site = (DeclaredType) enclosing.asType();
    for (Element member : view.elements().getAllMembers(enclosing)) {
      boolean ofObject = nearness(member, enclosing) == Nearness.OBJECT_MEMBER;
      boolean usable = !ofObject && member.getKind() != ElementKind.CONSTRUCTOR;
      if (usable && view.trees().isAccessible(scope, member, site)) {
        boolean earlier =
            member.getEnclosingElement().getSimpleName().contentEquals(CursorView.NOTEBOOK);
        visitor.visit(member, site, earlier ? Nearness.NOTEBOOK : Nearness.CELL);
      }
    }
  }
}
