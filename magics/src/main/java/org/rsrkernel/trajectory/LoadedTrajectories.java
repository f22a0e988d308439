package org.rsrkernel.trajectory;

import tech.tablesaw.api.Table;

/**
 * Trajectories as a dataframe, and how the load went.
 *
 * @param table columns as in {@link Columns}, then whatever else the rows carried
 */
public record LoadedTrajectories(Table table, LoadReport report) {}
