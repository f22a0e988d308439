/**
 * The compiler's view of a cell that is being written: names, types and scopes at the cursor.
 *
 * <p>Stands beside JShell instead of on it, so that it never waits for a running cell: what the
 * notebook has declared becomes a class of stubs, the unfinished cell a class that extends it.
 */
package org.rsrkernel.kernel.analysis;
