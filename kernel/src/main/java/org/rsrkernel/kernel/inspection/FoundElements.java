package org.rsrkernel.kernel.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
   * The methods; empty if the name means something else.
   *
   * @param arguments how many are given: methods that take as many come first
   * @param meant what the compiler has chosen, which comes before all others
   */
  List<ExecutableElement> methods(int arguments, Optional<Element> meant) {
    return Stream.concat(meant.stream(), sites.keySet().stream())
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .distinct()
        .sorted(
            Comparator.<ExecutableElement, Boolean>comparing(
                    method -> meant.filter(method::equals).isEmpty())
                .thenComparing(method -> method.getParameters().size() != arguments))
        .toList();
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
