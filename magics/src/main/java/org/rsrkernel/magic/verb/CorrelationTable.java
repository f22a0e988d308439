package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.metric.ResultCorrelation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A correlation as a table of its teachers, which shows itself as a plot. */
public final class CorrelationTable extends Table {

  private final ResultCorrelation correlation;
  private final boolean leaveOneOut;

  CorrelationTable(ResultCorrelation correlation, boolean leaveOneOut) {
    super(
        correlation.metric().name() + " against " + correlation.measure(),
        columns(correlation, leaveOneOut).toArray(Column<?>[]::new));
    this.correlation = correlation;
    this.leaveOneOut = leaveOneOut;
  }

  /** The coefficient, its interval and notes. */
  public ResultCorrelation correlation() {
    return correlation;
  }

  /** Whether the coefficients without each teacher were asked for. */
  public boolean leaveOneOut() {
    return leaveOneOut;
  }

  private static List<Column<?>> columns(ResultCorrelation correlation, boolean leaveOneOut) {
    StringColumn teachers = StringColumn.create("teacher");
    DoubleColumn values = DoubleColumn.create(correlation.metric().name());
    DoubleColumn results = DoubleColumn.create(correlation.measure());
    DoubleColumn without = DoubleColumn.create("without_it");
    for (ResultCorrelation.TeacherResult each : correlation.teachers()) {
      teachers.append(each.teacher());
      values.append(each.value());
      results.append(each.result());
      without.append(each.withoutIt());
    }
    List<Column<?>> columns = new ArrayList<>(List.of(teachers, values, results));
    if (leaveOneOut) {
      columns.add(without);
    }
    return columns;
  }
}
