/**
 * A trajectory's tokens on the page, coloured by what the student thinks of them.
 *
 * <p>Up to 2,000 tokens stand there as elements, which need no script; of longer ones the beginning
 * does. A script then draws what is in sight, in the mode the reader chooses.
 */
package org.rsrkernel.view.heatmap;
