package org.rsrkernel.magic.verb;

import java.util.stream.Collectors;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Metrics;
import org.rsrkernel.metric.Need;
import org.rsrkernel.scoring.part.Over;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--over",
      paramLabel = "PART",
      defaultValue = "all",
      description =
          "Only metrics that can be taken over a part of a response: reasoning, answer, turns,"
              + " last-turn, sentences. Default: all, which every metric can.")
  private Over over;

  @Override
  public Table call() {
    StringColumn names = StringColumn.create("metric");
    StringColumn formulas = StringColumn.create("formula");
    StringColumn directions = StringColumn.create("better");
    StringColumn sets = StringColumn.create("of_a_teacher");
    StringColumn needs = StringColumn.create("needs");
    StringColumn parts = StringColumn.create("over");
    StringColumn passes = StringColumn.create("passes");
    BooleanColumn proxies = BooleanColumn.create("proxy");
    StringColumn sources = StringColumn.create("source");
    for (Metric metric : Metrics.all()) {
      if (over != Over.ALL && !metric.isOfTokens()) {
        continue;
      }
      names.append(metric.name());
      formulas.append(metric.formula());
      directions.append(metric.direction().label());
      sets.append(metric.aggregation());
      needs.append(
          metric.needs().stream().sorted().map(Need::label).collect(Collectors.joining(", ")));
      parts.append(metric.isOfTokens() ? "any part" : "all");
      passes.append(metric.passes());
      proxies.append(metric.proxy());
      sources.append(metric.source());
    }
    return Table.create(
        "metrics", names, formulas, directions, sets, needs, parts, passes, proxies, sources);
  }
}
