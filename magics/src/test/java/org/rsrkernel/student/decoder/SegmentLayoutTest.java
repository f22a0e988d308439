package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.PackedBatch.Segment;

class SegmentLayoutTest {

  /** A question of 3 tokens with two answers of 2 and 1, and another question of 2. */
  private final SegmentLayout layout =
      new SegmentLayout(
          new PackedBatch(
              new int[8],
              new int[] {0, 1, 2, 3, 4, 3, 0, 1},
              List.of(
                  new Segment(-1, 0, 3),
                  new Segment(0, 3, 2),
                  new Segment(0, 5, 1),
                  new Segment(-1, 6, 2)),
              new int[0],
              new int[0]));

  @Test
  void segmentBySegment_eachComesWithItsAncestors() {
    assertThat(layout.segments()).containsExactly(0, 3, 0, 3, 2, 1, 0, 3, 5, 1, 1, 0, 3, 6, 2, 0);
  }

  @Test
  void allAtOnce_pathsLieOneAfterAnother() {
    assertThat(layout.keyRows())
        .containsExactly(0, 1, 2, /**/ 0, 1, 2, 3, 4, /**/ 0, 1, 2, 5, /**/ 6, 7);
    assertThat(layout.keyStarts()).containsExactly(0, 3, 8, 12, 14);
    assertThat(layout.queryStarts()).containsExactly(0, 3, 5, 6, 8);
    assertThat(layout.longestSegment()).isEqualTo(3);
    assertThat(layout.longestPath()).isEqualTo(5);
  }
}
