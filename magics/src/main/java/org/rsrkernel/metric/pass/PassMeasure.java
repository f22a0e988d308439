package org.rsrkernel.metric.pass;

import java.util.List;
import org.rsrkernel.student.RenderedText;

/** A number about a trajectory, from what the student says of further texts. */
public interface PassMeasure {

  /**
   * The texts to be scored, with what is scored of each; empty if the measure is not defined for
   * it.
   */
  List<RenderedText> texts(Subject subject);

  /**
   * The measure.
   *
   * @param passes the texts' scores, in the order of {@link #texts}; not empty
   * @return NaN where it is undefined
   */
  double of(Subject subject, List<Pass> passes);

  /** Whether a second student is asked instead of the one that scored the trajectory. */
  default boolean asksSecondStudent() {
    return false;
  }
}
