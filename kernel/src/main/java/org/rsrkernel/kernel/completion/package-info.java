/** What Tab proposes, and whether a cell is complete when Enter is pressed. */
package org.rsrkernel.kernel.completion;
