package org.rsrkernel.kernel.extension;

/**
 * One way to go on in a magic's line.
 *
 * @param start UTF-16 offset of the replaced text in the line
 * @param end where the replaced text ends, exclusive
 * @param text what to put there
 * @param note a word on its kind for the completion list: verb, option, file, table, column, metric
 */
public record MagicCompletion(int start, int end, String text, String note) {}
