package org.rsrkernel.kernel.magic;

/** A line magic that takes its line as it is, for instance because it is Java. */
interface RawLineMagic {

  /**
   * Runs it; the result is shown unless it is null.
   *
   * @param line what follows the name, after as many line ends as the cell has before it, so that
   *     errors in it name the cell's line
   */
  Object run(String line) throws Exception;
}
