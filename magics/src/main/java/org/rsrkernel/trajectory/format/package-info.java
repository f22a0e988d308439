/**
 * From bytes to rows: compression, encodings, JSON lines, JSON arrays, CSV, TSV and Parquet. A row
 * here is named values; what they mean is the business of {@code layout}.
 */
package org.rsrkernel.trajectory.format;
