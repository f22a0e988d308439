package org.rsrkernel.kernel.extension;

/**
 * A variable that a cell has declared.
 *
 * @param typeName its declared Java type as the user would write it, such as {@code List<String>}
 */
public record NotebookVariable(String name, String typeName) {}
