package org.rsrkernel.kernel.completion;

import java.util.List;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import org.rsrkernel.kernel.analysis.CursorView;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.analysis.VisibleElements;

/** What Java allows at the cursor. */
final class JavaCandidates {

  private static final Set<String> KEYWORDS =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "new",
          "null",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "short",
          "static",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "true",
          "try",
          "var",
          "void",
          "while",
          "yield");

  private final CursorView view;
  private final TypeIndex index;
  private final String prefix;
  private final ElementCandidates found;

  JavaCandidates(CursorView view, TypeIndex index, String prefix) {
    this.view = view;
    this.index = index;
    this.prefix = prefix;
    this.found = new ElementCandidates(view, prefix);
  }

  List<Candidate> find() {
    VisibleElements visible = new VisibleElements(view, found::add);
    visible.visitAll().ifPresent(this::addPackage);
    if (view.qualifier().isEmpty()) {
      addWords();
    } else if (visible.isBehindClass()) {
      found.addWord("class", "keyword", Closeness.KEYWORD);
    } else if (view.trees().getTypeMirror(view.qualifier().get()) instanceof ArrayType) {
      found.addWord("length", "property", Closeness.MEMBER_WORD);
    }
    return found.all();
  }

  private void addPackage(String name) {
    index.packagesIn(name).forEach(part -> found.addWord(part, "module", Closeness.PACKAGE));
    index.classesIn(name).forEach(part -> found.addWord(part, "class", Closeness.CLASS));
  }

  private void addWords() {
    KEYWORDS.forEach(word -> found.addWord(word, "keyword", Closeness.KEYWORD));
    if (!prefix.isEmpty()) {
      index.packagesIn("").forEach(name -> found.addWord(name, "module", Closeness.PACKAGE));
      index.classesIn("java.lang").forEach(name -> found.addWord(name, "class", Closeness.CLASS));
    }
  }
}
