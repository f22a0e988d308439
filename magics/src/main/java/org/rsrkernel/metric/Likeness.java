package org.rsrkernel.metric;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.trajectory.Columns;
import tech.tablesaw.api.Table;

/** How alike two rows' responses are: the Jaccard index of their sets of three words in a row. */
final class Likeness {

  private static final int WORDS = 3;

  private final Table table;
  private final Map<Integer, Set<String>> known = new HashMap<>();

  Likeness(Table table) {
    this.table = table;
  }

  /**
   * @return in [0, 1]; 0 where a response is not there, or too short to have three words
   */
  double of(int first, int second) {
    Set<String> one = known.computeIfAbsent(first, this::triples);
    Set<String> other = known.computeIfAbsent(second, this::triples);
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    int all = one.size() + other.size() - common.size();
    return all == 0 ? 0 : (double) common.size() / all;
  }

  private Set<String> triples(int row) {
    Set<String> triples = new HashSet<>();
    if (table.containsColumn(Columns.RESPONSE)) {
      String text = table.column(Columns.RESPONSE).getUnformattedString(row);
      String[] words = text.toLowerCase(Locale.ROOT).strip().split("\\s+");
      for (int i = 0; i + WORDS <= words.length; i++) {
        triples.add(String.join(" ", words[i], words[i + 1], words[i + 2]));
      }
    }
    return triples;
  }
}
