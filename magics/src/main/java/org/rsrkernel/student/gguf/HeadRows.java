package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.LongUnaryOperator;
import org.rsrkernel.student.StudentException;

/**
 * The order of the rows of query and key projections.
 *
 * <p>llama.cpp rotates neighbouring dimensions of a head, transformers its two halves. So the
 * converter interleaves the halves: row {@code 2i} of a head is transformers' row {@code i}, row
 * {@code 2i + 1} is {@code dim/2 + i}.
 *
 * @param queryHeads of the model
 * @param keyHeads of the model
 */
record HeadRows(long queryHeads, long keyHeads) {

  private static final String QUERY = ".attn_q.";
  private static final String KEY = ".attn_k.";

  static HeadRows of(JsonNode config) {
    return new HeadRows(
        config.path("num_attention_heads").asLong(), config.path("num_key_value_heads").asLong());
  }

  static boolean concerns(GgufTensor tensor) {
    return tensor.name().contains(QUERY) || tensor.name().contains(KEY);
  }

  /** How many heads the tensor's rows belong to. */
  long of(GgufTensor tensor) {
    long heads = tensor.name().contains(QUERY) ? queryHeads : keyHeads;
    long rows = tensor.shape().get(0);
    if (heads < 1 || rows % (2 * heads) != 0) {
      throw new StudentException(
          "Tensor '%s' has %d rows, which do not divide into %d heads."
              .formatted(tensor.name(), rows, heads));
    }
    return heads;
  }

  /** The stored row of each of transformers' rows. */
  static LongUnaryOperator storedRow(long rows, long heads) {
    long headRows = rows / heads;
    long half = headRows / 2;
    return row -> {
      long inHead = row % headRows;
      return row - inHead + inHead % half * 2 + inHead / half;
    };
  }
}
