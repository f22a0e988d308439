/**
 * Students in a Hugging Face folder: {@code config.json}, safetensors in one file or in shards,
 * {@code tokenizer.json}, and the chat template where transformers finds it. Pickled weights are
 * never opened.
 */
package org.rsrkernel.student.folder;
