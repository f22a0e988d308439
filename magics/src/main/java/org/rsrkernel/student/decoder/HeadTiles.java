package org.rsrkernel.student.decoder;

import org.rsrkernel.student.Device;

/**
 * How many logits are computed at once.
 *
 * @param rows scored rows, about
 * @param columns tokens of the vocabulary
 */
record HeadTiles(int rows, int columns) {

  /** Small enough for a core's cache on the CPU, large enough to fill a GPU. */
  static HeadTiles of(Device device) {
    return device.isGpu() ? new HeadTiles(4096, 32_768) : new HeadTiles(512, 1024);
  }

  /** Tiles that some rows are divided into; a last one of few rows would cost as much as many. */
  int over(int scoredRows) {
    return Math.max(Math.min(1, scoredRows), Math.round((float) scoredRows / rows));
  }
}
