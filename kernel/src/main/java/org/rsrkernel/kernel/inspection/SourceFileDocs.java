package org.rsrkernel.kernel.inspection;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The documentation in one source file, found again by compiled elements. Immutable. */
final class SourceFileDocs {

  private final Map<String, DeclaredDoc> docsByKey = new HashMap<>();

  private SourceFileDocs() {}

  /** Parses a file; nothing in it is compiled. */
  static SourceFileDocs parse(String source) {
    SourceFileDocs docs = new SourceFileDocs();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, error -> {}, List.of("-proc:none"), null, List.of(file));
    try {
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        docs.new Collector(trees).scan(unit, "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return docs;
  }

  DeclaredDoc of(Element element) {
    return docsByKey.getOrDefault(keyOf(element), DeclaredDoc.NONE);
  }

  DeclaredDoc ofTopLevel(String className) {
    return docsByKey.getOrDefault("." + className, DeclaredDoc.NONE);
  }

  private static String keyOf(Element element) {
    Element owner = element.getEnclosingElement();
    String prefix = owner instanceof TypeElement ? keyOf(owner) : "";
    if (element instanceof ExecutableElement method) {
      return prefix
          + "."
          + method.getSimpleName()
          + parameterTypes(
              method.getParameters().stream()
                  .map(parameter -> parameter.asType().toString())
                  .toList());
    }
    return prefix + "." + element.getSimpleName();
  }

  /** Types by their simple names without type arguments: all that the source surely shares. */
  private static String parameterTypes(List<String> types) {
    return types.stream()
        .map(type -> type.replaceAll("@[\\w.]+(\\([^)]*\\))? ?", ""))
        .map(SourceFileDocs::withoutArguments)
        .map(type -> type.replace("...", "[]").replaceAll("[\\w$]+\\.", ""))
        .map(String::strip)
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String withoutArguments(String type) {
    String shorter = type.replaceAll("<[^<>]*>", "");
    return shorter.equals(type) ? type : withoutArguments(shorter);
  }

  private final class Collector extends TreePathScanner<Void, String> {

    private final DocTrees trees;

    Collector(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree tree, String owner) {
      String key = owner + "." + tree.getSimpleName();
      keep(key, List.of());
      return super.visitClass(tree, key);
    }

    @Override
    public Void visitMethod(MethodTree tree, String owner) {
      List<String> types =
          tree.getParameters().stream().map(VariableTree::getType).map(Tree::toString).toList();
      List<String> names =
          tree.getParameters().stream().map(parameter -> parameter.getName().toString()).toList();
      keep(owner + "." + tree.getName() + parameterTypes(types), names);
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, String owner) {
      keep(owner + "." + tree.getName(), List.of());
      return null;
    }

    private void keep(String key, List<String> parameterNames) {
      TreePath path = getCurrentPath();
      DocCommentTree comment =
          trees.getDocComment(path) == null ? null : trees.getDocCommentTree(path);
      docsByKey.put(
          key, new DeclaredDoc(parameterNames, comment == null ? "" : DocHtml.of(comment)));
    }
  }
}
