/**
 * Tensors on disk turned into floats, whatever file holds them: reading at any place, decoding of
 * plain floating-point types, reading by rows on two threads. Knows neither GGUF nor safetensors;
 * their readers build on it.
 */
package org.rsrkernel.student.weights;
