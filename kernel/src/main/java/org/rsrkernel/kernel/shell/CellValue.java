package org.rsrkernel.kernel.shell;

/**
 * The value of a cell's last expression.
 *
 * @param value may be null
 */
public record CellValue(Object value) {}
