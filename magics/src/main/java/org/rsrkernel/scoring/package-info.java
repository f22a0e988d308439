/** A table of trajectories in, token scores out: plan, run, cache, resume, interrupt. */
package org.rsrkernel.scoring;
