package org.rsrkernel.view.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.rsrkernel.view.html.Shown;

/** Keeps plots light: beyond 5,000 points a page crawls, and a reader sees no more. */
final class Thinning {

  /** Points a plot carries. */
  static final int MOST = 5_000;

  private Thinning() {}

  /** A random part of the values, always the same, in their order; all if they are few enough. */
  static <T> List<T> of(List<T> values) {
    if (values.size() <= MOST) {
      return values;
    }
    SplittableRandom random = new SplittableRandom(0);
    List<T> kept = new ArrayList<>(MOST);
    for (int i = 0; i < values.size(); i++) {
      if (random.nextInt(values.size() - i) < MOST - kept.size()) {
        kept.add(values.get(i));
      }
    }
    return kept;
  }

  /** "600 trajectories", or "5,000 of 20,000 trajectories, drawn at random". */
  static String words(int shown, int total) {
    return shown == total
        ? Shown.count(total) + " trajectories"
        : "%s of %s trajectories, drawn at random"
            .formatted(Shown.count(shown), Shown.count(total));
  }
}
