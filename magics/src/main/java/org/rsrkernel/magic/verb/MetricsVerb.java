package org.rsrkernel.magic.verb;

import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Metrics;
import picocli.CommandLine.Command;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %rsr metrics}: the registry. */
@Command(name = "metrics", description = "List the metrics that score and compare can compute.")
public final class MetricsVerb extends Verb<Table> {

  @Override
  public Table call() {
    StringColumn names = StringColumn.create("metric");
    StringColumn formulas = StringColumn.create("formula");
    StringColumn directions = StringColumn.create("better");
    StringColumn sources = StringColumn.create("source");
    for (Metric metric : Metrics.all()) {
      names.append(metric.name());
      formulas.append(metric.formula());
      directions.append(metric.direction().label());
      sources.append(metric.source());
    }
    return Table.create("metrics", names, formulas, directions, sources);
  }
}
