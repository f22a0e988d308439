/**
 * Tensors on disk turned into floats, whatever file holds them: memory-mapped files, the decoding
 * of plain floating-point types, and reading by rows on two threads. Knows neither GGUF nor
 * safetensors; their readers build on it.
 */
package org.rsrkernel.student.weights;
