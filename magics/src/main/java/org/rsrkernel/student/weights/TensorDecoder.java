package org.rsrkernel.student.weights;

/** Turns stored values into floats, block by block. Implementations are stateless. */
public interface TensorDecoder {

  /** Values a block holds: 1 for plain types. */
  int blockValues();

  /** Bytes a block takes in the file. */
  int blockBytes();

  /**
   * Decodes whole blocks.
   *
   * @param stored at least {@code blocks * blockBytes()} bytes
   * @param values room for {@code blocks * blockValues()} floats
   */
  void decode(byte[] stored, int blocks, float[] values);
}
