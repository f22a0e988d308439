/**
 * The cell a thread works for: where its output goes, whom it asks for input, and whether it was
 * interrupted.
 */
package org.rsrkernel.kernel.running;
