package org.rsrkernel.metric;

import org.rsrkernel.metric.pass.PassMeasure;
import org.rsrkernel.metric.rule.RowMeasure;

/** How a metric's numbers come about. */
sealed interface Computation {

  /** Of each response's token scores alone. */
  record OfTokens(Metric.Function function) implements Computation {}

  /** Of what the student says of further texts. */
  record OfPasses(PassMeasure measure) implements Computation {}

  /** Of a table's rows, without the student. */
  record OfRows(RowMeasure measure) implements Computation {}
}
