package org.rsrkernel.metric.rule;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rsrkernel.metric.evidence.Evidence;

/** A measure of all rows of a table at once. */
@FunctionalInterface
public interface RowMeasure {

  /**
   * The measure.
   *
   * @return one number a row, in their order; NaN where it is undefined
   */
  double[] of(List<Evidence> rows);

  /** A measure that sees each row alone. */
  static RowMeasure ofEach(ToDoubleFunction<Evidence> measure) {
    return rows -> rows.stream().mapToDouble(measure).toArray();
  }
}
