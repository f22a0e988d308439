package org.rsrkernel.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What students reached after training on each teacher's trajectories.
 *
 * @param measure the column the numbers come from, such as {@code accuracy}; higher is better
 * @param byTeacher in the order of the table; teachers without a number are left out
 */
public record MeasuredResults(String measure, Map<String, Double> byTeacher) {

  public MeasuredResults {
    byTeacher = new LinkedHashMap<>(byTeacher);
  }

  /**
   * Reads one row a teacher.
   *
   * @param by the column that names the teacher
   * @param measure the column of numbers; null for the only one there is
   * @throws MetricException if a column is missing, several could be meant, or a teacher comes
   *     twice
   */
  public static MeasuredResults of(Table results, String by, String measure) {
    Column<?> teachers = ScoredColumn.any(results, by);
    NumericColumn<?> numbers = numbers(results, by, measure);
    Map<String, Double> byTeacher = new LinkedHashMap<>();
    for (int row = 0; row < results.rowCount(); row++) {
      String teacher = teachers.getUnformattedString(row);
      if (!Double.isFinite(numbers.getDouble(row))) {
        continue;
      }
      if (byTeacher.put(teacher, numbers.getDouble(row)) != null) {
        throw new MetricException(
            "The results name the teacher '%s' twice; keep one row a teacher.".formatted(teacher));
      }
    }
    return new MeasuredResults(numbers.name(), byTeacher);
  }

  private static NumericColumn<?> numbers(Table results, String by, String measure) {
    if (measure != null) {
      ScoredColumn.any(results, measure);
      return ScoredColumn.numbers(results, measure);
    }
    List<String> candidates =
        results.columns().stream()
            .filter(column -> column instanceof NumericColumn<?> && !column.name().equals(by))
            .map(Column::name)
            .toList();
    if (candidates.size() != 1) {
      throw new MetricException(
          candidates.isEmpty()
              ? "The results have no column of numbers; they have %s."
                  .formatted(String.join(", ", results.columnNames()))
              : "The results have several columns of numbers; name one with --result: %s."
                  .formatted(String.join(", ", candidates)));
    }
    return results.numberColumn(candidates.get(0));
  }
}
