/**
 * JShell in this process: a cell's Java is split into snippets, compiled, given interrupt checks,
 * loaded and run on the calling thread.
 */
package org.rsrkernel.kernel.shell;
