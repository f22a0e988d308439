package org.rsrkernel.kernel.completion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.rsrkernel.kernel.analysis.CursorView;
import org.rsrkernel.kernel.analysis.Signatures;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.analysis.VisibleElements.Nearness;
import org.rsrkernel.kernel.completion.Completions.Completion;

/** Collects proposals from compiler elements; overloads of a method become one. */
final class ElementCandidates {

  private final CursorView view;
  private final String prefix;
  private final boolean afterMethodReference;
  private final Map<String, Candidate> byName = new LinkedHashMap<>();

  private final Map<String, Overloads> overloadsByName = new HashMap<>();

  ElementCandidates(CursorView view, String prefix) {
    this.view = view;
    this.prefix = prefix;
    this.afterMethodReference = view.isMethodReference();
  }

  boolean matches(CharSequence name) {
    return name.toString().regionMatches(true, 0, prefix, 0, prefix.length());
  }

  List<Candidate> all() {
    return new ArrayList<>(byName.values());
  }

  /** Whether there is a proposal of that name already. */
  boolean has(String name) {
    return byName.containsKey(name);
  }

  void addClassToImport(String fullName) {
    int closeness = Closeness.CLASS_TO_IMPORT + TypeIndex.remoteness(fullName);
    byName.put(fullName, Candidate.of(fullName, "class", "import " + fullName + ";", closeness));
  }

  void addWord(String word, String type, int closeness) {
    if (matches(word)) {
      byName.putIfAbsent(word, Candidate.of(word, type, "", closeness));
    }
  }

  /** Adds an element if its name fits. */
  void add(Element element, DeclaredType site, Nearness nearness) {
    int closeness = nearness.ordinal();
    String name = element.getSimpleName().toString();
    boolean ours = name.contains("$$") || name.startsWith("<") || name.isEmpty();
    if (ours || !matches(name)) {
      return;
    }
    if (element instanceof ExecutableElement method) {
      addMethod(method, site, closeness);
    } else {
      Completion completion = new Completion(name, typeOf(element), signatureOf(element, site));
      byName.putIfAbsent(name, new Candidate(completion, closeness));
    }
  }

  /** Adds a class behind {@code new}, with the parameters it can be made from. */
  void addConstructors(TypeElement type, Nearness nearness) {
    String name = type.getSimpleName().toString();
    Overloads overloads = new Overloads();
    for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      if (!constructor.getModifiers().contains(Modifier.PRIVATE)) {
        String signature = Signatures.ofMethod(constructor, constructor.asType());
        overloads.add(signature, 0, !constructor.getParameters().isEmpty());
      }
    }
    if (matches(name) && !overloads.isEmpty()) {
      String diamond = type.getTypeParameters().isEmpty() ? "" : "<>";
      String call = name + diamond + overloads.brackets();
      byName.put(name, Candidate.of(call, "class", overloads.toString(), nearness.ordinal()));
    }
  }

  private void addMethod(ExecutableElement method, DeclaredType site, int closeness) {
    String name = method.getSimpleName().toString();
    String signature = Signatures.ofMethod(method, asMember(method, site));
    Overloads overloads = overloadsByName.computeIfAbsent(name, first -> new Overloads());
    overloads.add(signature, closeness, !method.getParameters().isEmpty());
    String call = afterMethodReference ? name : name + overloads.brackets();
    byName.put(
        name + "()", Candidate.of(call, "function", overloads.toString(), overloads.closeness()));
  }

  private TypeMirror asMember(Element element, DeclaredType site) {
    try {
      return site == null ? element.asType() : view.types().asMemberOf(site, element);
    } catch (IllegalArgumentException notAMember) {
      return element.asType();
    }
  }

  private String signatureOf(Element element, DeclaredType site) {
    boolean valued = element.getKind().isField() || isLocal(element);
    return valued ? Signatures.shortName(asMember(element, site)) : "";
  }

  private static boolean isLocal(Element element) {
    ElementKind kind = element.getKind();
    return kind == ElementKind.LOCAL_VARIABLE
        || kind == ElementKind.PARAMETER
        || kind == ElementKind.EXCEPTION_PARAMETER
        || kind == ElementKind.RESOURCE_VARIABLE
        || kind == ElementKind.BINDING_VARIABLE;
  }

  private static String typeOf(Element element) {
    if (element instanceof TypeElement || element.getKind() == ElementKind.TYPE_PARAMETER) {
      return "class";
    }
    boolean member = element.getKind().isField() && !isNotebookVariable(element);
    return member ? "property" : "instance";
  }

  private static boolean isNotebookVariable(Element element) {
    String owner = element.getEnclosingElement().getSimpleName().toString();
    return owner.equals(CursorView.NOTEBOOK) || owner.equals(CursorView.CELL);
  }
}
