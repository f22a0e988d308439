package org.rsrkernel.kernel.inspection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.rsrkernel.kernel.analysis.CursorView;
import org.rsrkernel.kernel.analysis.Signatures;

/** Writes what is shown for an element, as HTML. */
final class ElementPage {

  private static final int MOST_OVERLOADS = 20;
  private static final Set<String> IMPLIED_PARENTS = Set.of("Object", "Record", "Enum");

  private final CursorView view;
  private final Documentation documentation;

  ElementPage(CursorView view, Documentation documentation) {
    this.view = view;
    this.documentation = documentation;
  }

  /** The best fitting method with its documentation, then the signatures of the others. */
  String methods(List<ExecutableElement> methods, FoundElements found) {
    ExecutableElement best = methods.get(0);
    StringBuilder page = new StringBuilder(paragraph(methodLine(best, found)));
    page.append(documentation.of(best, view).html());
    List<ExecutableElement> others = methods.subList(1, Math.min(methods.size(), MOST_OVERLOADS));
    if (!others.isEmpty()) {
      page.append("<p>Also:</p><ul>");
      others.forEach(
          method -> page.append("<li>").append(methodLine(method, found)).append("</li>"));
      page.append("</ul>");
    }
    return page.append(reasonForNoDocumentation(best)).toString();
  }

  /**
   * A variable, type or package.
   *
   * @param site what the element is a member of; null if nothing
   * @param value of a variable, where it is known
   */
  String of(Element element, DeclaredType site, Optional<String> value) {
    if (element instanceof PackageElement part) {
      return line("package ", part.getQualifiedName().toString(), "");
    }
    String head =
        element instanceof TypeElement type ? typeLine(type) : variableLine(element, site);
    String shown = value.map(text -> "<pre>" + HtmlToText.escaped(text) + "</pre>").orElse("");
    return head
        + shown
        + documentation.of(element, view).html()
        + reasonForNoDocumentation(element);
  }

  private String variableLine(Element variable, DeclaredType site) {
    TypeMirror type = site == null ? variable.asType() : view.types().asMemberOf(site, variable);
    boolean member =
        variable.getKind().isField() && !isOurs(variable.getEnclosingElement().getSimpleName());
    String owner = member ? variable.getEnclosingElement().getSimpleName() + "." : "";
    Object constant = variable instanceof VariableElement one ? one.getConstantValue() : null;
    String value = constant == null ? "" : " = " + view.elements().getConstantExpression(constant);
    String name = variable.getSimpleName().toString();
    return line(Signatures.shortName(type) + " " + owner, name, value);
  }

  private String typeLine(TypeElement type) {
    StringJoiner above = new StringJoiner(", ");
    view.types().directSupertypes(type.asType()).stream()
        .map(Signatures::shortName)
        .filter(name -> !IMPLIED_PARENTS.contains(name.replaceFirst("<.*", "")))
        .forEach(above::add);
    String kind = type.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    String parents = above.length() == 0 ? "" : " : " + above;
    String name = Signatures.qualifiedName(type.asType());
    return line(kind + " ", name, contents(type) + parents);
  }

  /** The components of a record, the constants of an enum: what one needs to use it. */
  private static String contents(TypeElement type) {
    if (type.getKind() == ElementKind.RECORD) {
      return type.getRecordComponents().stream()
          .map(part -> Signatures.shortName(part.asType()) + " " + part.getSimpleName())
          .collect(Collectors.joining(", ", "(", ")"));
    }
    if (type.getKind() == ElementKind.ENUM) {
      return type.getEnclosedElements().stream()
          .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
          .map(constant -> constant.getSimpleName().toString())
          .collect(Collectors.joining(", ", " { ", " }"));
    }
    return "";
  }

  private String reasonForNoDocumentation(Element element) {
    return documentation
        .reasonForNone(element, view)
        .map(reason -> "<p><i>" + HtmlToText.escaped(reason) + "</i></p>")
        .orElse("");
  }

  private String methodLine(ExecutableElement method, FoundElements found) {
    DeclaredType site = found.sites().get(method);
    TypeMirror asMember = site == null ? method.asType() : view.types().asMemberOf(site, method);
    List<String> names = documentation.of(method, view).parameterNames();
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean constructor = method.getSimpleName().contentEquals("<init>");
    String name = constructor ? "new " + owner.getSimpleName() : method.getSimpleName().toString();
    String of =
        constructor || isOurs(owner.getSimpleName())
            ? ""
            : Signatures.shortName(view.types().erasure(owner.asType())) + ".";
    return code(of, name, Signatures.ofMethod(method, asMember, names));
  }

  /** Whether it is a class that only stands for the notebook or the cell. */
  private static boolean isOurs(Name owner) {
    return owner.contentEquals(CursorView.NOTEBOOK) || owner.contentEquals(CursorView.CELL);
  }

  private static String line(String before, String name, String after) {
    return paragraph(code(before, name, after));
  }

  private static String paragraph(String html) {
    return "<p>" + html + "</p>";
  }

  private static String code(String before, String name, String after) {
    return "<code>"
        + HtmlToText.escaped(before)
        + "<b>"
        + HtmlToText.escaped(name)
        + "</b>"
        + HtmlToText.escaped(after)
        + "</code>";
  }
}
