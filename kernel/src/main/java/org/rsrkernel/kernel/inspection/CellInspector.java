package org.rsrkernel.kernel.inspection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.CursorView;
import org.rsrkernel.kernel.analysis.JavaText;
import org.rsrkernel.kernel.analysis.MagicDirectory;
import org.rsrkernel.kernel.analysis.MagicPlace;
import org.rsrkernel.kernel.analysis.NamePlace;
import org.rsrkernel.kernel.analysis.TypeIndex;

/** Explains the name at the cursor. Thread-safe; waits for nothing but the value it is given. */
public final class CellInspector {

  private static final Pattern AFTER_NEW =
      Pattern.compile("(?s)(?:.*\\W)?new\\s+(?:[\\p{L}\\p{N}_$.]+\\.)?");

  private final CellAnalysis analysis;
  private final TypeIndex index;
  private final MagicDirectory magics;
  private final Documentation documentation;
  private final Function<String, Optional<String>> valueSummary;

  /**
   * @param valueSummary a short text of a notebook variable's value, by its name
   */
  public CellInspector(
      CellAnalysis analysis,
      TypeIndex index,
      MagicDirectory magics,
      Documentation documentation,
      Function<String, Optional<String>> valueSummary) {
    this.analysis = analysis;
    this.index = index;
    this.magics = magics;
    this.documentation = documentation;
    this.valueSummary = valueSummary;
  }

  /**
   * What is known of the name at the cursor, or of the call whose arguments it is in.
   *
   * @param cell the whole cell as it is written
   * @param cursor in code points, as Jupyter counts
   */
  public Optional<Inspection> inspect(String cell, int cursor) {
    int codePoints = cell.codePointCount(0, cell.length());
    int at = cell.offsetByCodePoints(0, Math.max(0, Math.min(cursor, codePoints)));
    Optional<JavaText> java = JavaText.around(cell, at, magics);
    if (java.isEmpty()) {
      return magic(cell, at);
    }
    String code = java.get().code();
    return NamePlace.at(code, at - java.get().start()).stream()
        .flatMap(place -> java(code, place).stream())
        .findFirst();
  }

  private Optional<Inspection> magic(String cell, int cursor) {
    int end = cursor;
    while (end < cell.length() && !Character.isWhitespace(cell.charAt(end))) {
      end++;
    }
    int wordEnd = end;
    return MagicPlace.at(cell, wordEnd)
        .flatMap(
            place -> {
              int inLine = Math.max(0, wordEnd - place.lineStart());
              String written =
                  place.line().substring(0, Math.min(inLine, place.line().length())).strip();
              List<String> words = written.isEmpty() ? List.of() : List.of(written.split("\\s+"));
              return magics.support(place.name()).help(words);
            })
        .map(help -> new Inspection(help, "<pre>" + HtmlToText.escaped(help) + "</pre>"));
  }

  private Optional<Inspection> java(String code, NamePlace place) {
    String before = magics.toJava(code.substring(0, place.start()));
    boolean hasBody = code.substring(place.end()).stripLeading().startsWith("{");
    String nameAndArguments = code.substring(place.start(), place.end()) + (hasBody ? " {" : "");
    String after = magics.toJava(code.substring(place.end()));
    boolean afterNew = AFTER_NEW.matcher(before).matches();
    Function<CursorView, Optional<String>> question =
        view -> page(FoundElements.named(place.name(), afterNew, view, index), place, view);
    return analysis
        .atName(before, place.name(), nameAndArguments, after, question)
        .flatMap(page -> page)
        .or(() -> analysis.atCursor(before, after, question).flatMap(page -> page))
        .map(Inspection::ofHtml);
  }

  private Optional<String> page(FoundElements found, NamePlace place, CursorView view) {
    ElementPage page = new ElementPage(view, documentation);
    Optional<Element> meant = view.element();
    List<ExecutableElement> methods = found.methods(place.arguments(), meant);
    Optional<Element> other =
        Stream.concat(meant.stream(), found.sites().keySet().stream())
            .filter(element -> !(element instanceof ExecutableElement))
            .findFirst();
    boolean called = place.arguments() >= 0 || other.isEmpty();
    if (called && !methods.isEmpty()) {
      return Optional.of(page.methods(methods, found));
    }
    return other.map(element -> page.of(element, found.sites().get(element), valueOf(element)));
  }

  private Optional<String> valueOf(Element element) {
    boolean declaredEarlier =
        element.getEnclosingElement().getSimpleName().contentEquals(CursorView.NOTEBOOK);
    return declaredEarlier
        ? valueSummary.apply(element.getSimpleName().toString())
        : Optional.empty();
  }
}
