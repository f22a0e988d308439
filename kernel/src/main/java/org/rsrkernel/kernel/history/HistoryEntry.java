package org.rsrkernel.kernel.history;

/**
 * One cell that was run.
 *
 * @param session counts the kernel's starts
 * @param line the cell's execution count
 */
public record HistoryEntry(int session, int line, String code) {}
