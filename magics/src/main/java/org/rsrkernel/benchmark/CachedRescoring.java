package org.rsrkernel.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.rsrkernel.metric.MeasuredOutcome;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Metrics;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.metric.ScoreMeasures;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.scoring.cache.ScoreCache;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Metrics of trajectories that are all in the cache, with another clip: first a process fills a
 * cache with drawn scores, then another one, as a new kernel would, makes a table of them.
 */
@Command(name = "cached")
public final class CachedRescoring implements Callable<Integer> {

  private static final int PROMPT_TOKENS = 60;
  private static final int AT_ONCE = 100;
  private static final int OTHER_CLIP = 50;
  private static final List<String> METRICS = List.of("rsr_filtered", "avg_entropy", "perplexity");

  @Option(names = "--trajectories", defaultValue = "5000")
  private int count;

  @Option(names = "--tokens", defaultValue = "2000")
  private int tokens;

  @Option(names = "--cache", required = true)
  private Path folder;

  @Option(names = "--fill", description = "Fill the cache instead of reading it.")
  private boolean fill;

  /** Fills or reads, and prints a line of JSON. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CachedRescoring()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Table table = trajectories();
    Map<String, Object> facts = new LinkedHashMap<>();
    try (Student student =
            Student.open(
                StudentLibrary.ofUser()
                    .find(StudentLibrary.EMBEDDED, DownloadProgress.SILENT)
                    .files(),
                StudentOptions.defaults());
        ScoreCache cache = new ScoreCache(folder, System.err::println)) {
      if (fill) {
        fill(Trajectories.of(table), student, cache);
        facts.put("bytes", cache.bytes());
      } else {
        facts.put("seconds", rescore(table, student, cache));
        facts.put("trajectories", count);
        facts.put("tokens", tokens);
      }
    }
    System.out.println(new JsonMapper().writeValueAsString(facts));
    return 0;
  }

  private Table trajectories() {
    StringColumn messages = StringColumn.create("messages");
    for (int i = 0; i < count; i++) {
      String response = ("Trajectory " + i + " goes on. ").repeat(tokens / 6);
      messages.append(
          MessageJson.write(
              List.of(
                  Message.of("user", "Question " + i + "?"), Message.of("assistant", response))));
    }
    return Table.create("cached", messages);
  }

  private void fill(List<Trajectory> trajectories, Student student, ScoreCache cache) {
    SplittableRandom random = new SplittableRandom(1);
    Map<ScoreKey, TokenScores> scores = new LinkedHashMap<>();
    for (Trajectory trajectory : trajectories) {
      RenderedText text = student.renderText(trajectory.messages(), trajectory.tools());
      scores.put(
          ScoreKey.of(
              student.fingerprint(), text.text(), text.responses(), student.card().contextLength()),
          drawn(random));
      if (scores.size() == AT_ONCE) {
        cache.keepAll(scores);
        scores.clear();
      }
    }
    cache.keepAll(scores);
    cache.endRun(Long.MAX_VALUE);
  }

  private TokenScores drawn(SplittableRandom random) {
    float[][] floats = new float[3][tokens];
    for (float[] values : floats) {
      for (int k = 0; k < tokens; k++) {
        values[k] = (float) random.nextDouble();
      }
    }
    return new TokenScores(
        random.ints(PROMPT_TOKENS + tokens, 0, 49_152).toArray(),
        IntStream.range(PROMPT_TOKENS, PROMPT_TOKENS + tokens).toArray(),
        random.ints(tokens, 1, 300).toArray(),
        floats[0],
        floats[1],
        floats[2]);
  }

  private static double rescore(Table table, Student student, ScoreCache cache)
      throws InterruptedException {
    List<Metric> metrics = new ArrayList<>();
    METRICS.forEach(name -> metrics.add(Metrics.find(name).orElseThrow()));
    ScoringOptions options =
        new ScoringOptions(student.batchTokens(), student.card().contextLength());
    long started = System.nanoTime();
    ScoreMeasures measures = ScoreMeasures.rsrAnd(metrics, OTHER_CLIP);
    List<MeasuredOutcome> outcomes =
        new Scorer(
                student,
                cache,
                options,
                progress -> {
                  if (progress.cached() < progress.trajectories()) {
                    throw new IllegalStateException("not everything is cached: " + progress);
                  }
                })
            .score(Trajectories.of(table), (index, outcome) -> measures.of(outcome));
    ScoreColumns.addTo(table, outcomes, measures);
    return (System.nanoTime() - started) / 1e9;
  }
}
