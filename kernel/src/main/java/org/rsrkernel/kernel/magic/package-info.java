/**
 * Magics: found in a cell by a scanner that knows Java's comments, strings and text blocks, turned
 * into calls where they stand in an expression, run in order with the Java around them.
 */
package org.rsrkernel.kernel.magic;
