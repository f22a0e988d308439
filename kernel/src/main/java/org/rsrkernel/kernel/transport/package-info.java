/**
 * Jupyter messages over ZMQ: frames, signatures, the five sockets. Knows no message type.
 *
 * <p>One thread owns every socket and blocks in {@code poll}, so a message waits for nothing.
 */
package org.rsrkernel.kernel.transport;
