package org.rsrkernel.student.decoder;

import org.rsrkernel.student.Device;

/**
 * How many logits are computed at once.
 *
 * @param rows scored rows
 * @param columns tokens of the vocabulary
 */
record HeadTiles(int rows, int columns) {

  /** Small enough for a core's cache on the CPU, large enough to fill a GPU. */
  static HeadTiles of(Device device) {
    return device.isGpu() ? new HeadTiles(4096, 32_768) : new HeadTiles(512, 1024);
  }
}
