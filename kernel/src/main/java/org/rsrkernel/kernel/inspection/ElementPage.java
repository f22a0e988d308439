package org.rsrkernel.kernel.inspection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.rsrkernel.kernel.analysis.CursorView;
import org.rsrkernel.kernel.analysis.Signatures;

/** Writes what is shown for an element, as HTML. */
final class ElementPage {

  private static final int MOST_OVERLOADS = 20;

  private final CursorView view;
  private final Documentation documentation;

  ElementPage(CursorView view, Documentation documentation) {
    this.view = view;
    this.documentation = documentation;
  }

  /** The best fitting method with its documentation, then the signatures of the others. */
  String methods(List<ExecutableElement> methods, FoundElements found) {
    ExecutableElement best = methods.get(0);
    StringBuilder page =
        new StringBuilder(methodLine(best, found)).append(documentation.of(best, view).html());
    List<ExecutableElement> others = methods.subList(1, Math.min(methods.size(), MOST_OVERLOADS));
    if (!others.isEmpty()) {
      page.append("<p>Also:</p><ul>");
      others.forEach(
          method -> page.append("<li>").append(methodLine(method, found)).append("</li>"));
      page.append("</ul>");
    }
    return page.toString();
  }

  /** A variable with its type and, if known, its value. */
  String variable(Element variable, DeclaredType site, Optional<String> value) {
    TypeMirror type = site == null ? variable.asType() : view.types().asMemberOf(site, variable);
    String line = code(Signatures.shortName(type) + " ", variable.getSimpleName().toString(), "");
    String shown = value.map(text -> "<pre>" + HtmlToText.escaped(text) + "</pre>").orElse("");
    return line + shown + documentation.of(variable, view).html();
  }

  String type(TypeElement type) {
    StringJoiner above = new StringJoiner(", ");
    view.types().directSupertypes(type.asType()).stream()
        .map(Signatures::shortName)
        .filter(name -> !name.equals("Object"))
        .forEach(above::add);
    String kind = type.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    String parents = above.length() == 0 ? "" : " : " + above;
    String name = Signatures.qualifiedName(type.asType());
    return code(kind + " ", name, parents) + documentation.of(type, view).html();
  }

  private String methodLine(ExecutableElement method, FoundElements found) {
    DeclaredType site = found.sites().get(method);
    TypeMirror asMember = site == null ? method.asType() : view.types().asMemberOf(site, method);
    List<String> names = documentation.of(method, view).parameterNames();
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean constructor = method.getSimpleName().contentEquals("<init>");
    String name = constructor ? "new " + owner.getSimpleName() : method.getSimpleName().toString();
    boolean ours = owner.getSimpleName().toString().contains("$$");
    String of =
        ours || constructor ? "" : Signatures.shortName(view.types().erasure(owner.asType())) + ".";
    return code(of, name, Signatures.ofMethod(method, asMember, names));
  }

  private static String code(String before, String name, String after) {
    return "<p><code>"
        + HtmlToText.escaped(before)
        + "<b>"
        + HtmlToText.escaped(name)
        + "</b>"
        + HtmlToText.escaped(after)
        + "</code></p>";
  }
}
