package org.rsrkernel.view.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.rsrkernel.view.html.Shown;

/** Keeps plots light: beyond some thousand points a page crawls, and a reader sees no more. */
final class Thinning {

  /** Points a plot carries. */
  static final int MOST = 5_000;

  /** Points of a map, which WebGL draws: as text they are some 1.5 MB in a notebook. */
  static final int MOST_OF_A_MAP = 20_000;

  private Thinning() {}

  /**
   * A random part of so many values, always the same, in their order; all if they are few enough.
   */
  static <T> List<T> of(List<T> values, int most) {
    if (values.size() <= most) {
      return values;
    }
    SplittableRandom random = new SplittableRandom(0);
    List<T> kept = new ArrayList<>(most);
    for (int i = 0; i < values.size(); i++) {
      if (random.nextInt(values.size() - i) < most - kept.size()) {
        kept.add(values.get(i));
      }
    }
    return kept;
  }

  /** "600 trajectories", or "20,000 of 30,000 trajectories, drawn at random". */
  static String words(int shown, int total) {
    return shown == total
        ? Shown.count(total) + " trajectories"
        : "%s of %s trajectories, drawn at random"
            .formatted(Shown.count(shown), Shown.count(total));
  }
}
