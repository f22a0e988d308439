/**
 * Text into the student's token ids and back into readable pieces, through Hugging Face's own
 * tokenizers library, which is native code: what is handed to it is checked first.
 */
package org.rsrkernel.student.tokenizer;
