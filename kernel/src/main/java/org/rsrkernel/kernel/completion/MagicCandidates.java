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
    List<MagicCompletion> own = magics.support(place.name()).complete(place.line(), inLine);
    return own.isEmpty() ? paths(place, inLine, cursor) : own(place, own);
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
  private static Replacement own(MagicPlace place, List<MagicCompletion> own) {
    MagicCompletion first = own.get(0);
    List<Completion> items =
        own.stream()
            .filter(item -> item.start() == first.start() && item.end() == first.end())
            .map(item -> new Completion(item.text(), item.note(), ""))
            .toList();
    int base = place.lineStart();
    return new Replacement(base + first.start(), base + first.end(), items);
  }

  private static Replacement paths(MagicPlace place, int inLine, int cursor) {
    String before = place.line().substring(0, inLine);
    int start = before.length();
    while (start > 0 && " \t\"'=".indexOf(before.charAt(start - 1)) < 0) {
      start--;
    }
    return new Replacement(
        place.lineStart() + start, cursor, PathCandidates.of(before.substring(start)));
  }
}
