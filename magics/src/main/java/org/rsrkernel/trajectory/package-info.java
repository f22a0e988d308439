/** Rows of any layout as one record, and files and Tablesaw tables of them. */
package org.rsrkernel.trajectory;
