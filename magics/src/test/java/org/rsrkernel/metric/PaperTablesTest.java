package org.rsrkernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The paper's correlations from its printed tables, which the notebook of the paper reads too. */
class PaperTablesTest {

  private static final List<String> STUDENTS =
      List.of("Qwen-3-14B", "LLaMA-3.1-8B", "Qwen-2.5-7B", "Qwen-3-4B", "Qwen-2.5-3B");

  private static final Path TABLES_FILE = Path.of("../notebooks/rsr-paper-tables.csv");

  private static final Table TABLES = read();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Qwen-3-14B, 0.855, 0.654",
    "LLaMA-3.1-8B, 0.845, 0.880",
    "Qwen-2.5-7B, 0.918, 0.805",
    "Qwen-3-4B, 0.818, 0.819",
    "Qwen-2.5-3B, 0.845, 0.811"
  })
  void rsrAgainstAccuracy_isAsPrinted(String student, double spearman, double pearson) {
    assertThat(coefficient(student, "RSR", CorrelationMethod.SPEARMAN))
        .isCloseTo(-spearman, within(0.0006)); // half a unit of the third digit, and its rounding
    assertThat(coefficient(student, "RSR", CorrelationMethod.PEARSON))
        .isCloseTo(-pearson, within(0.0015)); // the tables' own rounding moves it
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "RSR, 0.856",
    "Avg-RSRfilter, 0.793",
    "Avg-RSRtoken, 0.391",
    "Avg-Rank-clipped, 0.552",
    "Avg-Rank, 0.591",
    "Avg-Surprisal, 0.491",
    "G-Norm, 0.551",
    "GRACE, 0.588"
  })
  void meanOverStudents_isAsPrinted(String metric, double printed) {
    double[] signed =
        STUDENTS.stream()
            .mapToDouble(student -> coefficient(student, metric, CorrelationMethod.SPEARMAN))
            .toArray();
    assertThat(CorrelationMethod.absoluteMeanOverStudents(signed))
        .isCloseTo(printed, within(0.001)); // some are printed rounded, others cut
  }

  @Test
  void rankOverSurprisal_isRsrInEveryCell() {
    for (String student : STUDENTS) {
      Map<String, Double> ranks = row(student, "Avg-Rank-clipped");
      Map<String, Double> surprisals = row(student, "Avg-Surprisal");
      row(student, "RSR")
          .forEach(
              (teacher, rsr) ->
                  assertThat(
                          Rsr.ofSet(
                              new double[] {ranks.get(teacher)},
                              new double[] {surprisals.get(teacher)}))
                      .as("%s, %s", student, teacher)
                      .isCloseTo(rsr, within(0.0035)));
    }
  }

  @Test
  void intervalsOverElevenTeachers_areWide() {
    ResultCorrelation correlation = correlation("Qwen-3-4B");
    assertThat(correlation.low()).isBetween(-1.0, -0.9);
    assertThat(correlation.high()).isBetween(-0.8, -0.3);
    assertThat(correlation.pointsTheRightWay()).isTrue();
    assertThat(correlation.teachers()).hasSize(11);
  }

  @Test
  void leavingOutATeacher_isTheCoefficientOfTheOthers() {
    ResultCorrelation.TeacherResult phi =
        correlation("Qwen-3-14B").teachers().stream()
            .filter(each -> each.teacher().equals("Phi-4"))
            .findFirst()
            .orElseThrow();
    Map<String, Double> values = row("Qwen-3-14B", "RSR");
    values.remove("Phi-4");
    assertThat(phi.withoutIt())
        .isEqualTo(correlate(values, "Qwen-3-14B", CorrelationMethod.SPEARMAN).coefficient());
  }

  @Test
  void samplesOfTwoHundred_comeCloseToFiveThousand() {
    List<Double> differences = new ArrayList<>();
    for (String student : STUDENTS) {
      Map<String, Double> small = row(student, "RSR-200");
      row(student, "RSR")
          .forEach((teacher, rsr) -> differences.add(Math.abs(rsr - small.get(teacher))));
    }
    double[] all = differences.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(Quantiles.percentile(all, 50)).isCloseTo(0.015, within(0.0005));
    assertThat(Quantiles.percentile(all, 100)).isCloseTo(0.066, within(0.0005));
  }

  private static double coefficient(String student, String metric, CorrelationMethod method) {
    return correlate(row(student, metric), student, method).coefficient();
  }

  private static ResultCorrelation correlation(String student) {
    return correlate(row(student, "RSR"), student, CorrelationMethod.SPEARMAN);
  }

  private static ResultCorrelation correlate(
      Map<String, Double> values, String student, CorrelationMethod method) {
    MeasuredResults accuracy = new MeasuredResults("accuracy", row(student, "PERF_tiebroken"));
    Metric rsr = Metrics.find("rsr").orElseThrow();
    return ResultCorrelation.of(rsr, values, accuracy, method, 300, 0);
  }

  /** A metric's printed values by teacher. */
  private static Map<String, Double> row(String student, String metric) {
    for (Row row : TABLES) {
      if (row.getString("student").equals(student) && row.getString("metric").equals(metric)) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String teacher : TABLES.columnNames().subList(2, TABLES.columnCount())) {
          values.put(teacher, row.getDouble(teacher));
        }
        return values;
      }
    }
    throw new AssertionError("no row " + student + ", " + metric);
  }

  private static Table read() {
    try (Reader csv = Files.newBufferedReader(TABLES_FILE)) {
      return Table.read().usingOptions(CsvReadOptions.builder(csv).commentPrefix('#'));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
