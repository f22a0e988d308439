package org.rsrkernel.magic.verb;

import java.util.Arrays;
import java.util.List;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Metrics;

/** Metrics as users name them on a line. */
final class MetricNames {

  private MetricNames() {}

  static Metric get(String name) {
    return Metrics.find(name)
        .orElseThrow(
            () ->
                new RsrException(
                    "There is no metric '%s'; there are %s."
                        .formatted(
                            name,
                            String.join(", ", Metrics.all().stream().map(Metric::name).toList()))));
  }

  /** Metrics of a list with commas; none for null. */
  static List<Metric> list(String names) {
    return names == null
        ? List.of()
        : Arrays.stream(names.split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .map(MetricNames::get)
            .toList();
  }
}
