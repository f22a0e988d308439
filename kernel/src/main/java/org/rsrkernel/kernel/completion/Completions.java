package org.rsrkernel.kernel.completion;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start where the replaced text starts, in code points as Jupyter counts
 * @param end where it ends, exclusive
 * @param items best first
 */
public record Completions(int start, int end, List<Completion> items) {

  public Completions {
    items = List.copyOf(items);
  }

  /**
   * One proposal.
   *
   * @param text what replaces the range
   * @param type Jupyter's word for its kind: {@code function}, {@code instance}, {@code class},
   *     {@code property}, {@code module}, {@code keyword}, {@code magic}, {@code path}
   * @param signature parameters and type, such as {@code (int index) String}; may be empty
   */
  public record Completion(String text, String type, String signature) {}
}
