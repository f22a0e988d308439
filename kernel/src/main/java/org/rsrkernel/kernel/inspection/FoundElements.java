package org.rsrkernel.kernel.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.rsrkernel.kernel.analysis.CursorView;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.analysis.VisibleElements;

/**
 * The elements a name at the cursor can mean, with the type each is a member of.
 *
 * @param sites null where an element has none
 */
record FoundElements(Map<Element, DeclaredType> sites) {

  static FoundElements named(String name, boolean afterNew, CursorView view, TypeIndex index) {
    Map<Element, DeclaredType> found = new LinkedHashMap<>();
    VisibleElements visible =
        new VisibleElements(
            view,
            (element, site, nearness) -> {
              if (element.getSimpleName().contentEquals(name)) {
                found.putIfAbsent(element, site);
              }
            });
    Optional<String> owner = visible.visitAll();
    if (found.isEmpty()) {
      List<String> classNames = new ArrayList<>();
      classNames.add(owner.orElse("java.lang") + "." + name);
      if (owner.isEmpty() && view.qualifier().isEmpty()) {
        classNames.addAll(index.classesNamed(name));
      }
      classNames.stream()
          .map(view.elements()::getTypeElement)
          .filter(type -> type != null)
          .findFirst()
          .ifPresent(type -> found.put(type, null));
    }
    return new FoundElements(afterNew ? constructors(found) : found);
  }

  /**
   * The methods, those that take as many arguments first; empty if the name means something else.
   */
  List<ExecutableElement> methods(int arguments) {
    return sites.keySet().stream()
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .sorted(Comparator.comparing(method -> method.getParameters().size() != arguments))
        .toList();
  }

  Optional<Element> first() {
    return sites.keySet().stream().findFirst();
  }

  private static Map<Element, DeclaredType> constructors(Map<Element, DeclaredType> found) {
    Map<Element, DeclaredType> constructors = new LinkedHashMap<>();
    for (Element element : found.keySet()) {
      if (element instanceof TypeElement type) {
        ElementFilter.constructorsIn(type.getEnclosedElements())
            .forEach(constructor -> constructors.put(constructor, null));
      }
    }
    return constructors.isEmpty() ? found : constructors;
  }
}
