package org.rsrkernel.kernel.magic;

import java.util.List;
import org.rsrkernel.kernel.history.CellHistory;
import org.rsrkernel.kernel.history.HistoryEntry;

/** {@code %history}. */
record HistoryMagic(CellHistory history) {

  Object show(List<String> words) {
    if (words.size() > 1 || !words.isEmpty() && !words.get(0).matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException(
          "%history takes a number of cells, such as %history 5; alone it shows this session");
    }
    List<HistoryEntry> entries =
        words.isEmpty() ? history.range(0, 1, 0) : history.tail(Integer.parseInt(words.get(0)));
    for (HistoryEntry entry : entries) {
      System.out.println("[" + entry.session() + "/" + entry.line() + "] " + entry.code());
    }
    return null;
  }
}
