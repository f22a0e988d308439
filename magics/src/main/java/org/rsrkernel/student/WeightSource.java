package org.rsrkernel.student;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.student.StoredTensor.StoredType;

/** Named tensors on disk. Thread-safe. */
public interface WeightSource {

  /** Every tensor's name, as transformers calls it: {@code model.embed_tokens.weight}. */
  Set<String> names();

  /** The tensor's shape, outermost dimension first, as PyTorch shows it. */
  long[] shape(String name);

  /** The type its values are stored in; empty if they are quantised, or no numbers to read. */
  Optional<StoredType> type(String name);

  /**
   * Where the tensor lies uncompressed, for mapping it into memory; empty if it is quantised and
   * must be read through {@link #read}.
   */
  Optional<StoredTensor> stored(String name);

  /**
   * Writes rows {@code [firstRow, …)} as float32 until {@code target} is full. A row is the
   * innermost dimension; {@code target} has room for whole rows. Tensors may be larger than any
   * buffer, so they are read in pieces.
   */
  void read(String name, long firstRow, FloatBuffer target);

  /**
   * Fails if a file has been written to since it was opened: mapped tensors would not be what they
   * were, and touching one that was cut off would end the process.
   *
   * @throws StudentException that names the file
   */
  void checkUnchanged();
}
