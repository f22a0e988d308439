/** The model to be fine-tuned: weights, tokenizer, chat template, decoder program, device. */
package org.rsrkernel.student;
