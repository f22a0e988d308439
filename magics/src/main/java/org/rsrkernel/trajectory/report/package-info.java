/** What a table of trajectories holds: coverage, lengths, duplicates. */
package org.rsrkernel.trajectory.report;
