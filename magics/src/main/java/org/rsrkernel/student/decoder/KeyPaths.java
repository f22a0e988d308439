package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * What the segments of a batch attend to, on a device that takes them all at once.
 *
 * @param keyRows rows of the batch on the path of each segment, one path after another
 * @param queryStarts where each segment starts, and where the last one ends
 * @param keyStarts where each path starts among the key rows, and where the last one ends
 * @param longestSegment its tokens
 * @param longestPath its tokens
 */
record KeyPaths(
    PtNDArray keyRows,
    PtNDArray queryStarts,
    PtNDArray keyStarts,
    int longestSegment,
    int longestPath) {

  /** Moves a layout to the owner's device. */
  static KeyPaths of(SegmentLayout layout, PtNDManager owner) {
    return new KeyPaths(
        (PtNDArray) owner.create(layout.keyRows()),
        (PtNDArray) owner.create(layout.queryStarts()),
        (PtNDArray) owner.create(layout.keyStarts()),
        layout.longestSegment(),
        layout.longestPath());
  }
}
