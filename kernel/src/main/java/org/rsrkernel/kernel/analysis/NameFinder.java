package org.rsrkernel.kernel.analysis;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.lang.model.element.Name;

/** Finds the last tree of a name, also in what javac could not parse. */
final class NameFinder extends TreePathScanner<Void, Void> {
  private final String name;
  private final BiPredicate<Tree, Boolean> isMeant;
  private TreePath found;

  /**
   * @param isMeant whether it is this one of several trees, given whether it declares the name
   */
  NameFinder(String name, BiPredicate<Tree, Boolean> isMeant) {
    this.name = name;
    this.isMeant = isMeant;
  }

  Optional<TreePath> find(CompilationUnitTree unit) {
    scan(unit, null);
    return Optional.ofNullable(found);
  }

  private void keepIf(Name candidate, Tree tree, boolean declares) {
    if (candidate.contentEquals(name) && isMeant.test(tree, declares)) {
      found = getCurrentPath();
    }
  }

  @Override
  public Void visitErroneous(ErroneousTree tree, Void unused) {
    return scan(tree.getErrorTrees(), unused);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    keepIf(tree.getName(), tree, false);
    return super.visitIdentifier(tree, unused);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
    keepIf(tree.getIdentifier(), tree, false);
    return super.visitMemberSelect(tree, unused);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
    keepIf(tree.getName(), tree, false);
    return super.visitMemberReference(tree, unused);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void unused) {
    keepIf(tree.getName(), tree, true);
    return super.visitVariable(tree, unused);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void unused) {
    keepIf(tree.getName(), tree, true);
    return super.visitMethod(tree, unused);
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    keepIf(tree.getSimpleName(), tree, true);
    return super.visitClass(tree, unused);
  }
}
