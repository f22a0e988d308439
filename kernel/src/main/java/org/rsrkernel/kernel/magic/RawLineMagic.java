package org.rsrkernel.kernel.magic;

/** A line magic that takes its line as it is, for instance because it is Java. */
interface RawLineMagic {

  /** Runs it; the result is shown unless it is null. */
  Object run(String line) throws Exception;
}
