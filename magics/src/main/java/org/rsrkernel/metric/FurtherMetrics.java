package org.rsrkernel.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.metric.pass.FurtherPasses;
import org.rsrkernel.metric.pass.PassMeasure;
import org.rsrkernel.metric.pass.PassStudent;
import org.rsrkernel.scoring.ScoredTrajectory;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Adds metrics that token scores alone do not give: of further passes, and of a table's rows. */
public final class FurtherMetrics {

  private final PassStudent student;
  private final Optional<PassStudent> second;

  /**
   * @param student the one that scored the trajectories
   * @param second another, for metrics that ask one
   */
  public FurtherMetrics(PassStudent student, Optional<PassStudent> second) {
    this.student = student;
    this.second = second;
  }

  /**
   * A copy of a scored table with the metrics beside it. Texts that several metrics ask about are
   * scored once.
   *
   * @param outcomes one a row, in the rows' order
   * @param metrics those of token scores among them are left out
   * @throws MetricException if no row has what a metric needs
   * @throws InterruptedException if the thread was interrupted
   */
  public Table addTo(
      Table scored, List<ScoredTrajectory> outcomes, List<Metric> metrics, int rankClip)
      throws InterruptedException {
    List<Metric> further = metrics.stream().filter(metric -> !metric.isOfTokens()).toList();
    for (Metric metric : further) {
      if (metric.needs().contains(Need.SECOND_STUDENT) && second.isEmpty()) {
        throw lacking(metric, scored);
      }
    }
    if (further.isEmpty()) {
      return scored;
    }
    List<Evidence> rows = EvidenceRows.of(scored, outcomes, rankClip);
    Map<PassMeasure, double[]> passes = passes(further, rows);
    Map<Metric, double[]> values = new LinkedHashMap<>();
    for (Metric metric : further) {
      values.put(
          metric,
          metric.computation() instanceof Computation.OfRows ofRows
              ? ofRows.measure().of(rows)
              : passes.get(((Computation.OfPasses) metric.computation()).measure()));
    }
    return with(scored, values);
  }

  /**
   * As {@link #addTo}, of the metrics that ask no student.
   *
   * @throws MetricException if no row has what a metric needs
   */
  public static Table addOfRows(
      Table scored, List<ScoredTrajectory> outcomes, List<Metric> metrics, int rankClip) {
    List<Evidence> rows = EvidenceRows.of(scored, outcomes, rankClip);
    Map<Metric, double[]> values = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      if (metric.computation() instanceof Computation.OfRows ofRows) {
        values.put(metric, ofRows.measure().of(rows));
      }
    }
    return with(scored, values);
  }

  private static Table with(Table scored, Map<Metric, double[]> values) {
    Table more = scored.copy();
    values.forEach(
        (metric, numbers) -> {
          // NaN is Tablesaw's missing value
          DoubleColumn column = DoubleColumn.create(metric.name(), finite(numbers));
          if (column.isNotMissing().isEmpty()) {
            throw lacking(metric, scored);
          }
          ScoreColumns.put(more, column);
        });
    return more;
  }

  private Map<PassMeasure, double[]> passes(List<Metric> metrics, List<Evidence> rows)
      throws InterruptedException {
    Map<Boolean, List<PassMeasure>> measures =
        metrics.stream()
            .map(Metric::computation)
            .filter(Computation.OfPasses.class::isInstance)
            .map(computation -> ((Computation.OfPasses) computation).measure())
            .collect(Collectors.partitioningBy(PassMeasure::asksSecondStudent));
    Map<PassMeasure, double[]> values =
        new LinkedHashMap<>(new FurtherPasses(rows).of(measures.get(false), student));
    if (!measures.get(true).isEmpty()) {
      values.putAll(new FurtherPasses(rows).of(measures.get(true), second.orElseThrow()));
    }
    return values;
  }

  private static double[] finite(double[] values) {
    return Arrays.stream(values).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
  }

  private static MetricException lacking(Metric metric, Table scored) {
    String needs =
        metric.needs().stream().sorted().map(Need::inWords).collect(Collectors.joining(", and "));
    return new MetricException(
        "No row of the table '%s' has what %s needs: %s."
            .formatted(scored.name(), metric.name(), needs.isEmpty() ? "a response" : needs));
  }
}
