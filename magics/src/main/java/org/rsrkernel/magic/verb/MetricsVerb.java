package org.rsrkernel.magic.verb;

import java.util.stream.Collectors;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Metrics;
import org.rsrkernel.metric.Need;
import picocli.CommandLine.Command;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %rsr metrics}: the registry. */
@Command(
    name = "metrics",
    description = "List the metrics that score and compare can compute.",
    footer = {
      "",
      "r is a token's rank, s its surprisal, p its probability under the student; q is the",
      "question, a the gold answer. passes: forward passes over a response, scoring included.",
      "A proxy stands in, by likelihoods, for what its paper generates or trains."
    })
public final class MetricsVerb extends Verb<Table> {

  @Override
  public Table call() {
    StringColumn names = StringColumn.create("metric");
    StringColumn formulas = StringColumn.create("formula");
    StringColumn directions = StringColumn.create("better");
    StringColumn sets = StringColumn.create("of_a_teacher");
    StringColumn needs = StringColumn.create("needs");
    StringColumn passes = StringColumn.create("passes");
    BooleanColumn proxies = BooleanColumn.create("proxy");
    StringColumn sources = StringColumn.create("source");
    for (Metric metric : Metrics.all()) {
      names.append(metric.name());
      formulas.append(metric.formula());
      directions.append(metric.direction().label());
      sets.append(metric.aggregation());
      needs.append(
          metric.needs().stream().sorted().map(Need::label).collect(Collectors.joining(", ")));
      passes.append(metric.passes());
      proxies.append(metric.proxy());
      sources.append(metric.source());
    }
    return Table.create(
        "metrics", names, formulas, directions, sets, needs, passes, proxies, sources);
  }
}
