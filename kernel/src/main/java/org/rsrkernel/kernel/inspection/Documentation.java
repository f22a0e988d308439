package org.rsrkernel.kernel.inspection;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.CursorView;

/**
 * Javadoc of elements, from whatever sources there are. Keeps the files it read last. Thread-safe.
 */
public final class Documentation {

  private static final int MOST_FILES = 64;

  private final SourceArchives archives;
  private final Map<String, SourceFileDocs> recentFiles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SourceFileDocs> eldest) {
          return size() > MOST_FILES;
        }
      };

  public Documentation(ClassPath classPath) {
    this(classPath, Path.of(System.getProperty("java.home")));
  }

  Documentation(ClassPath classPath, Path javaHome) {
    this.archives = new SourceArchives(classPath, javaHome);
  }

  /** What the source says; a method without own documentation has that of what it overrides. */
  DeclaredDoc of(Element element, CursorView view) {
    DeclaredDoc own = declared(element, view);
    if (!own.html().isEmpty() || !(element instanceof ExecutableElement method)) {
      return own;
    }
    String inherited =
        overridden(method, method.getEnclosingElement().asType(), view)
            .map(above -> declared(above, view).html())
            .filter(html -> !html.isEmpty())
            .findFirst()
            .orElse("");
    return new DeclaredDoc(own.parameterNames(), inherited);
  }

  /** Why there is no documentation, and how to get it; empty where the source just has none. */
  Optional<String> reasonForNone(Element element, CursorView view) {
    Optional<String> className = topLevelOf(element).filter(name -> !isOfNotebook(name));
    String module = moduleOf(element, view);
    return className
        .filter(name -> file(module, name).isEmpty())
        .map(name -> archives.reasonForNone(module));
  }

  private DeclaredDoc declared(Element element, CursorView view) {
    Optional<String> className = topLevelOf(element);
    if (className.isEmpty()) {
      return DeclaredDoc.NONE;
    }
    if (isOfNotebook(className.get())) {
      String comment = view.elements().getDocComment(element);
      return comment == null ? DeclaredDoc.NONE : ofComment(comment);
    }
    return file(moduleOf(element, view), className.get())
        .map(file -> file.of(element))
        .orElse(DeclaredDoc.NONE);
  }

  private static boolean isOfNotebook(String className) {
    return className.equals(CursorView.NOTEBOOK) || className.equals(CursorView.CELL);
  }

  private static String moduleOf(Element element, CursorView view) {
    ModuleElement module = view.elements().getModuleOf(element);
    return module == null ? "" : module.getQualifiedName().toString();
  }

  private synchronized Optional<SourceFileDocs> file(String module, String className) {
    SourceFileDocs known = recentFiles.get(className);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SourceFileDocs> read = archives.sourceOf(module, className).map(SourceFileDocs::parse);
    read.ifPresent(docs -> recentFiles.put(className, docs));
    return read;
  }

  private static DeclaredDoc ofComment(String comment) {
    SourceFileDocs parsed =
        SourceFileDocs.parse("/**" + comment.replace("*/", "") + "*/ class Documented {}");
    return parsed.ofTopLevel("Documented");
  }

  private static Stream<ExecutableElement> overridden(
      ExecutableElement method, TypeMirror type, CursorView view) {
    return view.types().directSupertypes(type).stream()
        .flatMap(
            above -> {
              TypeElement owner = (TypeElement) ((DeclaredType) above).asElement();
              TypeElement below = (TypeElement) method.getEnclosingElement();
              Stream<ExecutableElement> here =
                  owner.getEnclosedElements().stream()
                      .filter(member -> member.getKind() == ElementKind.METHOD)
                      .map(ExecutableElement.class::cast)
                      .filter(member -> view.elements().overrides(method, member, below));
              return Stream.concat(here, overridden(method, above, view));
            });
  }

  private static Optional<String> topLevelOf(Element element) {
    return Stream.iterate(element, at -> at != null, Element::getEnclosingElement)
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast)
        .reduce((inner, outer) -> outer)
        .map(type -> type.getQualifiedName().toString());
  }
}
