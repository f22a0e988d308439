package org.rsrkernel.kernel.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The compiled cell around the cursor. Lives only as long as the question that asked for it.
 *
 * @param path the tree of the name at the cursor; empty where the compiler lost its way
 */
public record CursorView(JavacTask task, Trees trees, Optional<TreePath> path) {

  /** Stands in the analysed code for the name that the cursor is in. */
  public static final String NAME_AT_CURSOR = "cursor$$";

  /** The class whose members are what earlier cells have declared. */
  public static final String NOTEBOOK = "Notebook$$";

  /** The class that holds the cell being written. */
  public static final String CELL = "Cell$$";

  /** The view from the place where the name stands, whatever it means. */
  static CursorView ofName(JavacTask task, String name) {
    return of(task, unit -> new NameFinder(name, (tree, declares) -> !declares).find(unit));
  }

  /**
   * The view from a name.
   *
   * @param position of its first character in the analysed code, in UTF-16 units
   */
  static CursorView ofPosition(JavacTask task, String name, int position) {
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    return of(
        task,
        unit ->
            new NameFinder(
                    name,
                    (tree, declares) -> {
                      long start = positions.getStartPosition(unit, tree);
                      long end = positions.getEndPosition(unit, tree);
                      return declares
                          ? start <= position && position < end
                          : end - name.length() == position;
                    })
                .find(unit));
  }

  private static CursorView of(
      JavacTask task, Function<CompilationUnitTree, Optional<TreePath>> finder) {
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      task.analyze();
      return new CursorView(task, Trees.instance(task), finder.apply(unit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the compiler takes the name for: the method of the right overload, a variable, a type. */
  public Optional<Element> element() {
    return path.map(
            at ->
                at.getParentPath().getLeaf() instanceof NewClassTree made
                        && made.getIdentifier() == at.getLeaf()
                    ? at.getParentPath()
                    : at)
        .map(trees::getElement)
        .filter(element -> element.asType().getKind() != TypeKind.ERROR)
        .filter(element -> !isUnknown(element));
  }

  /** javac takes a name that it does not know for a package. */
  private static boolean isUnknown(Element element) {
    return element instanceof PackageElement && element.getEnclosedElements().isEmpty();
  }

  public Elements elements() {
    return task.getElements();
  }

  public Types types() {
    return task.getTypes();
  }

  /** Whether the cursor is behind {@code ::}. */
  public boolean isMethodReference() {
    return path.filter(at -> at.getLeaf() instanceof MemberReferenceTree).isPresent();
  }

  /** The tree before the last dot, if the cursor is behind one. */
  public Optional<TreePath> qualifier() {
    return path.flatMap(
        at -> {
          Tree leaf = at.getLeaf();
          if (leaf instanceof MemberSelectTree select) {
            return Optional.of(new TreePath(at, select.getExpression()));
          }
          if (leaf instanceof MemberReferenceTree reference) {
            return Optional.of(new TreePath(at, reference.getQualifierExpression()));
          }
          return Optional.empty();
        });
  }
}
