package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %rsr plot distribution [TABLE]}: how a metric spreads over a teacher's trajectories. */
@Command(name = "distribution", description = "A metric's distribution for each teacher.")
public final class PlotDistributionVerb extends ScoredFigureVerb {

  @Option(
      names = "--metric",
      defaultValue = ScoreColumns.RSR,
      paramLabel = "METRIC",
      description = "A column of numbers. Default: rsr.")
  private String metric;

  PlotDistributionVerb(RsrSession session) {
    super(session);
  }

  @Override
  Rendering draw(Table scored) {
    double[] values = MeasuredRows.numbers(scored, metric);
    Map<String, List<Double>> byTeacher = new LinkedHashMap<>();
    for (int row = 0; row < values.length; row++) {
      byTeacher
          .computeIfAbsent(ScoredTables.text(scored, by(), row), teacher -> new ArrayList<>())
          .add(values[row]);
    }
    Map<String, double[]> arrays = new LinkedHashMap<>();
    byTeacher.forEach(
        (teacher, own) ->
            arrays.put(teacher, own.stream().mapToDouble(Double::doubleValue).toArray()));
    return Plots.distribution(metric, arrays);
  }
}
