package org.rsrkernel.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.rsrkernel.metric.MeasuredOutcome;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.metric.ScoreMeasures;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.scoring.ScoringProgress;
import org.rsrkernel.scoring.cache.ScoreCache;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.Trajectories;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a token costs in tables of 10, 100, 1,000 … short trajectories that share no question, from
 * the table to the scored table, kept scores included. No table has a row of another.
 */
@Command(name = "growing")
public final class GrowingBenchmark implements Callable<Integer> {

  private static final int FEWEST = 10;
  private static final int MOST_TABLES = 20; // of one size
  private static final int WORDS = 40;
  private static final List<String> VOCABULARY =
      List.of("so", "the", "sum", "is", "twice", "that", "of", "12", "we", "get", "x", "=", "36.");

  @Option(names = "--student", defaultValue = StudentLibrary.EMBEDDED)
  private String student;

  @Option(names = "--most", defaultValue = "10000", description = "Trajectories.")
  private int most;

  @Option(
      names = "--cache",
      required = true,
      description = "Where the scores are kept; empty at first.")
  private Path folder;

  /** Prints a line of JSON for each size. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new GrowingBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Student opened =
            Student.open(
                StudentLibrary.ofUser().find(student, DownloadProgress.SILENT).files(),
                StudentOptions.defaults());
        ScoreCache cache = new ScoreCache(folder, System.err::println)) {
      score(opened, cache, table(most / FEWEST, 0)); // what comes first compiles Java
      for (int size = FEWEST; size <= most; size *= 10) {
        int tables = Math.max(1, Math.min(MOST_TABLES, most / size / 10));
        List<Cost> costs = new ArrayList<>();
        for (int number = 1; number <= tables; number++) {
          costs.add(cost(opened, cache, table(size, size + number)));
        }
        System.out.println(
            new JsonMapper().writeValueAsString(Map.of("trajectories", size, "tables", costs)));
      }
    }
    return 0;
  }

  /** Of one table; processor time, which other load leaves alone, is that of all threads. */
  private record Cost(long tokens, double seconds, double processorSeconds) {}

  private static Cost cost(Student opened, ScoreCache cache, Table table)
      throws InterruptedException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long processorNanos = system.getProcessCpuTime();
    long started = System.nanoTime();
    long tokens = score(opened, cache, table);
    return new Cost(
        tokens,
        (System.nanoTime() - started) / 1e9,
        (system.getProcessCpuTime() - processorNanos) / 1e9);
  }

  /** Scores a table, and returns how many tokens were computed. */
  private static long score(Student opened, ScoreCache cache, Table table)
      throws InterruptedException {
    ScoreMeasures measures = ScoreMeasures.rsrAnd(List.of(), Rsr.RANK_CLIP);
    ScoringOptions options =
        new ScoringOptions(opened.batchTokens(), opened.card().contextLength());
    List<ScoringProgress> reports = new ArrayList<>();
    List<MeasuredOutcome> outcomes =
        new Scorer(opened, cache, options, reports::add)
            .score(Trajectories.of(table), (index, outcome) -> measures.of(outcome));
    ScoreColumns.addTo(table, outcomes, measures);
    cache.endRun(ScoreCache.MOST_BYTES);
    return reports.get(0).work().tokensComputed();
  }

  private static Table table(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringColumn messages = StringColumn.create("messages");
    for (int i = 0; i < size; i++) {
      String question = "Question " + random.nextInt() + "?";
      messages.append(
          MessageJson.write(
              List.of(Message.of("user", question), Message.of("assistant", words(random)))));
    }
    return Table.create("growing", messages);
  }

  private static String words(SplittableRandom random) {
    List<String> words =
        IntStream.range(0, WORDS)
            .mapToObj(i -> VOCABULARY.get(random.nextInt(VOCABULARY.size())))
            .toList();
    return String.join(" ", words);
  }
}
