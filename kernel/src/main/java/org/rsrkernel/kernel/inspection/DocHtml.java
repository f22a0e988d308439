package org.rsrkernel.kernel.inspection;

import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Renders Javadoc as HTML of harmless tags; unknown tags are left out, their text stays. */
final class DocHtml extends SimpleDocTreeVisitor<Void, StringBuilder> {

  private static final Set<String> TAGS =
      Set.of(
          "p",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "b",
          "i",
          "em",
          "strong",
          "code",
          "pre",
          "sub",
          "sup",
          "br",
          "blockquote",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "h2",
          "h3",
          "h4",
          "tt",
          "cite",
          "var");

  /** The description and the tags that help a caller: parameters, result, exceptions, since. */
  static String of(DocCommentTree comment) {
    DocHtml html = new DocHtml();
    StringBuilder out = new StringBuilder("<p>");
    html.visitAll(comment.getFullBody(), out);
    out.append("</p>");
    StringBuilder tags = new StringBuilder();
    html.visitAll(comment.getBlockTags(), tags);
    return tags.isEmpty() ? out.toString() : out + "<dl>" + tags + "</dl>";
  }

  private void visitAll(List<? extends DocTree> trees, StringBuilder out) {
    trees.forEach(tree -> tree.accept(this, out));
  }

  private Void tag(String head, List<? extends DocTree> description, StringBuilder out) {
    out.append("<dt>").append(head).append("</dt><dd>");
    visitAll(description, out);
    out.append("</dd>");
    return null;
  }

  private static String code(Object name) {
    return "<code>" + HtmlToText.escaped(name.toString()) + "</code>";
  }

  @Override
  public Void visitText(TextTree tree, StringBuilder out) {
    out.append(HtmlToText.escaped(tree.getBody()));
    return null;
  }

  @Override
  public Void visitEntity(EntityTree tree, StringBuilder out) {
    out.append('&').append(tree.getName()).append(';');
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree tree, StringBuilder out) {
    String text = HtmlToText.escaped(tree.getBody().getBody());
    out.append(tree.getKind() == DocTree.Kind.CODE ? "<code>" + text + "</code>" : text);
    return null;
  }

  @Override
  public Void visitLink(LinkTree tree, StringBuilder out) {
    if (tree.getLabel().isEmpty()) {
      out.append(code(tree.getReference().getSignature().replaceFirst("^#", "").replace('#', '.')));
    } else {
      visitAll(tree.getLabel(), out);
    }
    return null;
  }

  @Override
  public Void visitValue(ValueTree tree, StringBuilder out) {
    out.append(tree.getReference() == null ? "" : code(tree.getReference().getSignature()));
    return null;
  }

  @Override
  public Void visitStartElement(StartElementTree tree, StringBuilder out) {
    String name = tree.getName().toString().toLowerCase(Locale.ROOT);
    out.append(TAGS.contains(name) ? "<" + name + ">" : "");
    return null;
  }

  @Override
  public Void visitEndElement(EndElementTree tree, StringBuilder out) {
    String name = tree.getName().toString().toLowerCase(Locale.ROOT);
    out.append(TAGS.contains(name) ? "</" + name + ">" : "");
    return null;
  }

  @Override
  public Void visitParam(ParamTree tree, StringBuilder out) {
    String name = tree.isTypeParameter() ? "<" + tree.getName() + ">" : tree.getName().toString();
    return tag(code(name), tree.getDescription(), out);
  }

  @Override
  public Void visitReturn(ReturnTree tree, StringBuilder out) {
    return tag("Returns", tree.getDescription(), out);
  }

  @Override
  public Void visitThrows(ThrowsTree tree, StringBuilder out) {
    return tag("Throws " + code(tree.getExceptionName()), tree.getDescription(), out);
  }

  @Override
  public Void visitDeprecated(DeprecatedTree tree, StringBuilder out) {
    return tag("<b>Deprecated</b>", tree.getBody(), out);
  }

  @Override
  public Void visitSince(SinceTree tree, StringBuilder out) {
    return tag("Since", tree.getBody(), out);
  }
}
