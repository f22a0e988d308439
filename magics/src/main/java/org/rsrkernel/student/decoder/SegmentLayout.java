package org.rsrkernel.student.decoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.PackedBatch.Segment;

/** What each segment of a batch attends to, and which sequence it belongs to. */
final class SegmentLayout {

  private final PackedBatch batch;
  private final int[] root; // of each segment, the first of its tree
  private final long[] flattened;

  SegmentLayout(PackedBatch batch) {
    this.batch = batch;
    List<Segment> segments = batch.segments();
    this.root = new int[segments.size()];
    List<Integer> numbers = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      check(i, segment, end);
      end += segment.length();
      root[i] = segment.parent() < 0 ? i : root[segment.parent()];
      List<Segment> ancestors = ancestors(segment);
      Collections.addAll(numbers, segment.start(), segment.length(), ancestors.size());
      ancestors.forEach(a -> Collections.addAll(numbers, a.start(), a.length()));
    }
    if (end != batch.tokens()) {
      throw new IllegalArgumentException(
          "segments cover %d of a batch's %d tokens".formatted(end, batch.tokens()));
    }
    this.flattened = numbers.stream().mapToLong(Integer::longValue).toArray();
  }

  /** Start, length and number of ancestors of each segment, then their starts and lengths. */
  long[] flattened() {
    return flattened;
  }

  private void check(int index, Segment segment, int expectedStart) {
    if (segment.start() != expectedStart
        || segment.length() < 1
        || segment.parent() < -1
        || segment.parent() >= index) {
      throw new IllegalArgumentException(
          "segment %d of a batch must start at %d, have a token, and follow its parent: %s"
              .formatted(index, expectedStart, segment));
    }
  }

  /** From the root down. */
  private List<Segment> ancestors(Segment segment) {
    List<Segment> ancestors = new ArrayList<>();
    for (int p = segment.parent(); p >= 0; p = batch.segments().get(p).parent()) {
      ancestors.add(batch.segments().get(p));
    }
    Collections.reverse(ancestors);
    return ancestors;
  }
}
