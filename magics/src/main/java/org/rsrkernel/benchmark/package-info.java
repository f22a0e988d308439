/** Measurements: what {@code ./install bench} runs, and loading and metrics without a student. */
package org.rsrkernel.benchmark;
