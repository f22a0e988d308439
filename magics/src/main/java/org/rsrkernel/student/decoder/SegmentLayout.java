package org.rsrkernel.student.decoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.PackedBatch.Segment;

/** What each segment of a batch attends to: its path, which is its ancestors and itself. */
final class SegmentLayout {

  private final List<List<Segment>> paths = new ArrayList<>(); // of each segment, from the root

  SegmentLayout(PackedBatch batch) {
    int end = 0;
    for (Segment segment : batch.segments()) {
      check(paths.size(), segment, end);
      end += segment.length();
      List<Segment> path = new ArrayList<>();
      if (segment.parent() >= 0) {
        path.addAll(paths.get(segment.parent()));
      }
      path.add(segment);
      paths.add(path);
    }
    if (end != batch.tokens()) {
      throw new IllegalArgumentException(
          "segments cover %d of a batch's %d tokens".formatted(end, batch.tokens()));
    }
  }

  /** The program's {@code segments}. */
  long[] segments() {
    List<Integer> numbers = new ArrayList<>();
    for (List<Segment> path : paths) {
      Segment own = own(path);
      List<Segment> ancestors = path.subList(0, path.size() - 1);
      Collections.addAll(numbers, own.start(), own.length(), ancestors.size());
      ancestors.forEach(a -> Collections.addAll(numbers, a.start(), a.length()));
    }
    return numbers.stream().mapToLong(Integer::longValue).toArray();
  }

  /** Rows of all paths, one path after another: what {@link #keyStarts} counts. */
  long[] keyRows() {
    return paths.stream()
        .flatMap(List::stream)
        .flatMapToLong(part -> LongStream.range(part.start(), part.start() + part.length()))
        .toArray();
  }

  /** Where each segment starts, and where the last one ends. */
  int[] queryStarts() {
    return starts(path -> own(path).length());
  }

  /** Where each path starts among {@link #keyRows}, and where the last one ends. */
  int[] keyStarts() {
    return starts(SegmentLayout::tokens);
  }

  /** Tokens of the longest segment. */
  int longestSegment() {
    return paths.stream().mapToInt(path -> own(path).length()).max().orElse(0);
  }

  /** Tokens of the longest path. */
  int longestPath() {
    return paths.stream().mapToInt(SegmentLayout::tokens).max().orElse(0);
  }

  private int[] starts(ToIntFunction<List<Segment>> length) {
    int[] starts = new int[paths.size() + 1];
    for (int i = 0; i < paths.size(); i++) {
      starts[i + 1] = starts[i] + length.applyAsInt(paths.get(i));
    }
    return starts;
  }

  private static int tokens(List<Segment> path) {
    return path.stream().mapToInt(Segment::length).sum();
  }

  private static Segment own(List<Segment> path) {
    return path.get(path.size() - 1);
  }

  private static void check(int index, Segment segment, int expectedStart) {
    if (segment.start() != expectedStart
        || segment.length() < 1
        || segment.parent() < -1
        || segment.parent() >= index) {
      throw new IllegalArgumentException(
          "segment %d of a batch must start at %d, have a token, and follow its parent: %s"
              .formatted(index, expectedStart, segment));
    }
  }
}
