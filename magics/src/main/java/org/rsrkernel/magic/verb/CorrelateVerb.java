package org.rsrkernel.magic.verb;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.CorrelationMethod;
import org.rsrkernel.metric.MeasuredResults;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.ResultCorrelation;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.trajectory.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** {@code %rsr correlate TABLE --with RESULTS.csv}: does the metric foretell training results? */
@Command(
    name = "correlate",
    description = "Correlate a metric with what students reached after training, by teacher.")
public class CorrelateVerb extends Verb<CorrelationTable> {

  private static final char BYTE_ORDER_MARK = '\uFEFF'; // spreadsheets begin files with it

  private final RsrSession session;

  @Parameters(
      arity = "0..1",
      paramLabel = "TABLE",
      description = "A scored table; else the one scored last.")
  private String table;

  @Option(
      names = "--with",
      required = true,
      paramLabel = "FILE",
      description = "Results, a row a teacher: a .csv file, or a variable holding a Table.")
  private String results;

  @Option(
      names = "--result",
      paramLabel = "NAME",
      description = "The results' column of numbers, higher being better; else the only one.")
  private String measure;

  @Option(
      names = "--by",
      defaultValue = Columns.TEACHER,
      paramLabel = "COLUMN",
      description = "The column that names the teacher, in both tables. Default: teacher.")
  private String by;

  @Option(
      names = "--metric",
      defaultValue = "rsr",
      paramLabel = "METRIC",
      description = "What to correlate; %%rsr metrics lists them. Default: rsr.")
  private String metric;

  @Mixin private PartOption part;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "spearman",
      description = "spearman, pearson or kendall. Default: spearman.")
  private CorrelationMethod method;

  @Option(
      names = "--leave-one-out",
      description = "Also the coefficient without each teacher, as a column.")
  private boolean leaveOneOut;

  @Option(
      names = "--bootstrap",
      defaultValue = "1000",
      paramLabel = "ROUNDS",
      description = "Bootstrap rounds. Default: 1000.")
  private int rounds;

  @Option(names = "--seed", defaultValue = "0", description = "Seed of the bootstrap. Default: 0.")
  private long seed;

  CorrelateVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public CorrelationTable call() {
    Metric wanted = MetricNames.get(metric);
    Table scored =
        Rescored.of(
            session,
            ScoredTables.named(session, table),
            part.over(),
            List.of(wanted),
            Rsr.RANK_CLIP);
    MeasuredResults measured = MeasuredResults.of(resultsTable(), by, measure);
    ResultCorrelation correlation =
        ResultCorrelation.of(scored, by, wanted, measured, method, rounds, seed);
    return new CorrelationTable(correlation, leaveOneOut);
  }

  private Table resultsTable() {
    if (session.notebook().variable(results).orElse(null) instanceof Table variable) {
      return variable;
    }
    Path file = Path.of(results);
    if (!Files.isRegularFile(file)) {
      throw new RsrException(
          "No variable or file is called '%s'. --with takes a .csv file with the columns %s and a result."
              .formatted(results, by));
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return Table.read().usingOptions(CsvReadOptions.builder(reader));
    } catch (IOException
        | RuntimeException e) { // Tablesaw has no exception of its own for bad rows
      throw new RsrException("Cannot read '%s' as CSV: %s".formatted(results, e.getMessage()));
    }
  }
}
