package org.rsrkernel.kernel.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.lang.model.element.Name;
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

  static CursorView of(JavacTask task, String name) {
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      task.analyze();
      return new CursorView(task, Trees.instance(task), Optional.ofNullable(find(unit, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Elements elements() {
    return task.getElements();
  }

  public Types types() {
    return task.getTypes();
  }

  private static TreePath find(CompilationUnitTree unit, String wanted) {
    TreePath[] found = new TreePath[1];
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitErroneous(ErroneousTree tree, Void unused) {
        return scan(tree.getErrorTrees(), unused);
      }

      @Override
      public Void visitIdentifier(IdentifierTree tree, Void unused) {
        keepIf(tree.getName());
        return super.visitIdentifier(tree, unused);
      }

      @Override
      public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        keepIf(tree.getIdentifier());
        return super.visitMemberSelect(tree, unused);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        keepIf(tree.getName());
        return super.visitMemberReference(tree, unused);
      }

      private void keepIf(Name name) {
        if (name.contentEquals(wanted)) {
          found[0] = getCurrentPath();
        }
      }
    }.scan(unit, null);
    return found[0];
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
