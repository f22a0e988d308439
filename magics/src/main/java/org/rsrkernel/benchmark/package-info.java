/** What {@code ./install bench} runs: scoring in a process of its own, timed round by round. */
package org.rsrkernel.benchmark;
