/**
 * Jupyter's requests and their answers.
 *
 * <p>Three threads serve them: one runs cells, one answers what a person waits for while a cell
 * runs (completion, inspection, kernel information), one takes interrupts and shutdown.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">the messages</a>
 */
package org.rsrkernel.kernel.protocol;
