/**
 * GGUF files read as transformers reads them: the header checked byte by byte, tensors dequantised
 * bit for bit, their names and the order of query and key rows turned back, the config and the
 * tokenizer rebuilt from the metadata.
 *
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
 */
package org.rsrkernel.student.gguf;
