package org.rsrkernel.student.decoder;

import java.util.Arrays;
import java.util.List;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.StudentException;

/** Whether a batch fits a decoder's tables; beyond them a GPU would read foreign memory. */
final class BatchCheck {

  private BatchCheck() {}

  static void of(PackedBatch batch, DecoderDescription description) {
    int vocabulary = description.shape().vocabulary();
    for (int[] ids : List.of(batch.tokenIds(), batch.targetIds())) {
      for (int id : ids) {
        if (id < 0 || id >= vocabulary) {
          throw new StudentException(
              "token %d is outside the student's vocabulary of %d: tokenizer and weights do not"
                      .formatted(id, vocabulary)
                  + " belong together");
        }
      }
    }
    int longest = Arrays.stream(batch.positions()).max().orElse(0) + 1;
    if (description.learnsPositions() && longest > description.shape().contextLength()) {
      throw new StudentException(
          "this student has learned %d positions; a sequence of %d needs more"
              .formatted(description.shape().contextLength(), longest));
    }
  }
}
