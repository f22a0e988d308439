/**
 * The folders that the code of the RSR paper writes: {@code _inferred_data}, {@code
 * _sample_metrics} and {@code rsr_MODEL.tsv}. Read and written, so that its users can change over
 * in either direction.
 */
package org.rsrkernel.trajectory.official;
