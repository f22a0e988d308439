package org.rsrkernel.student.hub;

import java.time.Duration;

/**
 * What one request may take.
 *
 * @param stall how long a transfer may stand still before it is begun anew
 * @param rangeBytes the most bytes that are asked for at once; larger files come in several ranges
 */
record TransferLimits(Duration stall, long rangeBytes) {

  static final TransferLimits USUAL = new TransferLimits(Duration.ofSeconds(60), 32 << 20);
}
