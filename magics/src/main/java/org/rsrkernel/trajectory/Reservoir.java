package org.rsrkernel.trajectory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A sample of a stream whose length is not known: each element is as likely as any other to stay
 * (Vitter's algorithm R). Memory for the sample alone.
 */
final class Reservoir<T> {

  private record Drawn<T>(long position, T element) {}

  private final int size;
  private final SplittableRandom random;
  private final List<Drawn<T>> sample = new ArrayList<>();
  private long seen;

  Reservoir(int size, long seed) {
    this.size = size;
    this.random = new SplittableRandom(seed);
  }

  void offer(T element) {
    Drawn<T> drawn = new Drawn<>(seen++, element);
    if (sample.size() < size) {
      sample.add(drawn);
      return;
    }
    long slot = random.nextLong(seen);
    if (slot < size) {
      sample.set((int) slot, drawn);
    }
  }

  long seen() {
    return seen;
  }

  /** The sample in the order of the stream. */
  List<T> sample() {
    return sample.stream()
        .sorted(Comparator.comparingLong(Drawn::position))
        .map(Drawn::element)
        .toList();
  }
}
