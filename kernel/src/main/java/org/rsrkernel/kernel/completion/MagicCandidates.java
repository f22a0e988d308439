package org.rsrkernel.kernel.completion;

import java.util.List;
import org.rsrkernel.kernel.analysis.MagicDirectory;
import org.rsrkernel.kernel.analysis.MagicPlace;
import org.rsrkernel.kernel.completion.Completions.Completion;
import org.rsrkernel.kernel.extension.MagicCompletion;

/** Proposals in a magic's line: its name, what the magic itself knows, or files. */
final class MagicCandidates {

  /**
   * Proposals that replace one range.
   *
   * @param start UTF-16 offset in the cell
   * @param end exclusive
   */
  record Replacement(int start, int end, List<Completion> items) {}

  private final MagicDirectory magics;

  MagicCandidates(MagicDirectory magics) {
    this.magics = magics;
  }

  Replacement at(MagicPlace place, int cursor) {
    if (place.inName()) {
      return new Replacement(place.start(), cursor, names(place));
    }
    int inLine = cursor - place.lineStart();
    ShellWord word = ShellWord.before(place.line(), inLine);
    List<MagicCompletion> own =
        word.isPlain() ? magics.support(place.name()).complete(place.line(), inLine) : List.of();
    return own.isEmpty() ? paths(place, word, cursor) : own(place, own, word);
  }

  private List<Completion> names(MagicPlace place) {
    String mark = place.ofCell() ? "%%" : "%";
    List<String> names = place.ofCell() ? magics.cellMagics() : magics.lineMagics();
    return names.stream()
        .filter(name -> name.startsWith(place.name()))
        .map(name -> new Completion(mark + name, "magic", ""))
        .toList();
  }

  /** A magic may replace different ranges, Jupyter only one: the first one's. */
  private static Replacement own(MagicPlace place, List<MagicCompletion> own, ShellWord word) {
    MagicCompletion first = own.get(0);
    List<Completion> items =
        own.stream()
            .filter(item -> item.start() == first.start() && item.end() == first.end())
            .map(item -> new Completion(protectedBlanks(item.text(), word), item.note(), ""))
            .toList();
    int base = place.lineStart();
    return new Replacement(base + first.start(), base + first.end(), items);
  }

  private static String protectedBlanks(String text, ShellWord word) {
    return text.matches("[^\"'\\\\]*\\s[^\"'\\\\]*") ? word.written(text) : text;
  }

  private static Replacement paths(MagicPlace place, ShellWord word, int cursor) {
    int option = word.isPlain() ? word.value().lastIndexOf('=') + 1 : 0; // --file=path
    List<Completion> items =
        PathCandidates.of(word.value().substring(option)).stream()
            .map(path -> new Completion(word.written(path.text()), path.type(), path.signature()))
            .toList();
    return new Replacement(place.lineStart() + word.start() + option, cursor, items);
  }
}
