/** Trajectories as Tablesaw tables: typed columns out of rows, and rows out of columns. */
package org.rsrkernel.trajectory.table;
