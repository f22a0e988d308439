package org.rsrkernel.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rsrkernel.scoring.MemoryScoreStore;
import org.rsrkernel.scoring.PlannedWork;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.scoring.ScoringProgress;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentCard;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.decoder.MatrixProductSpeed;
import org.rsrkernel.student.hub.DownloadProgress;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Our side of {@code ./install bench}: loads a student and rows, then scores all rows once for each
 * line it reads, and answers with a line of JSON. Its partner, {@code reference.py}, does the same.
 */
@Command(name = "bench", description = "Scores rows, once for each line on standard input.")
public final class ScoringBenchmark implements Callable<Integer> {

  private static final JsonMapper JSON = new JsonMapper();

  @Option(names = "--student", defaultValue = StudentLibrary.EMBEDDED)
  private String student;

  @Option(names = "--dtype", defaultValue = "float32")
  private String dtype;

  @Option(names = "--device", defaultValue = "cpu")
  private String device;

  @Option(names = "--data", defaultValue = LoadRequest.DEMO)
  private List<String> data;

  @Option(names = "--limit")
  private Integer limit;

  @Option(names = "--workload", defaultValue = "given")
  private Workload workload;

  @Option(names = "--tokens", defaultValue = "9700")
  private int tokens;

  @Option(names = "--threads")
  private Integer threads;

  @Option(names = "--batch-tokens")
  private Integer batchTokens;

  @Option(names = "--rows", required = true, description = "Where the partner finds the rows.")
  private Path rows;

  @Option(names = "--scores", required = true, description = "Where the first round's scores go.")
  private Path scores;

  private final PrintStream answers;

  private ScoringBenchmark(PrintStream answers) {
    this.answers = answers;
  }

  /** Runs until its input ends. */
  public static void main(String[] arguments) {
    PrintStream answers = System.out;
    System.setOut(System.err); // nothing of the libraries between the answers
    CommandLine command = new CommandLine(new ScoringBenchmark(answers));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Student opened = open()) {
      List<Trajectory> trajectories = workload.of(load(), opened, tokens);
      BenchmarkFiles.writeRows(trajectories, rows);
      answer(ready(opened, trajectories));
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      boolean first = true;
      while (lines.readLine() != null) {
        Round round = round(opened, trajectories);
        if (first) {
          BenchmarkFiles.writeScores(round.outcomes(), scores);
          first = false;
        }
        answer(round.figures());
      }
    }
    return 0;
  }

  private Student open() throws InterruptedException {
    StudentOptions options =
        StudentOptions.defaults()
            .withDevices(Device.parseAll(device))
            .withDtype(Dtype.parse(dtype));
    return Student.open(
        StudentLibrary.ofUser().find(student, DownloadProgress.SILENT).files(),
        threads == null ? options : options.withThreads(threads));
  }

  private List<Trajectory> load() {
    LoadRequest request = LoadRequest.of(data.toArray(String[]::new));
    return Trajectories.of(
        Trajectories.load(limit == null ? request : request.withLimit(limit)).table());
  }

  private static Map<String, Object> ready(Student student, List<Trajectory> trajectories) {
    StudentCard card = student.card();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("student", card.name());
    facts.put("rows", trajectories.size());
    facts.put("dtype", card.dtype().label());
    facts.put("device", card.device().toString());
    facts.put("threads", card.threads());
    facts.put("load_seconds", card.loadSeconds());
    return facts;
  }

  /** One run over all rows. */
  private record Round(List<ScoredTrajectory> outcomes, Map<String, Object> figures) {}

  private Round round(Student student, List<Trajectory> trajectories) throws InterruptedException {
    StudentCard card = student.card();
    double peak = MatrixProductSpeed.measure(card.dtype(), card.device(), card.threads());
    List<PlannedWork> planned = new ArrayList<>();
    ScoringProgress.Listener listener = progress -> planned.add(progress.work());
    ScoringOptions options =
        new ScoringOptions(
            batchTokens == null ? student.batchTokens() : batchTokens, Integer.MAX_VALUE);
    long started = System.nanoTime();
    List<ScoredTrajectory> outcomes =
        new Scorer(student, new MemoryScoreStore(), options, listener).score(trajectories);
    double seconds = (System.nanoTime() - started) / 1e9;
    PlannedWork work = planned.get(0);
    double operations =
        student.passCost().of(work.tokensComputed(), work.pairsAttended(), work.logitsComputed());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds", seconds);
    figures.put("tokens_in", work.tokensIn());
    figures.put("tokens_computed", work.tokensComputed());
    figures.put("logits_computed", work.logitsComputed());
    figures.put("operations", operations);
    figures.put("product_speed", peak);
    return new Round(outcomes, figures);
  }

  private void answer(Map<String, Object> facts) throws IOException {
    answers.println(JSON.writeValueAsString(facts));
    answers.flush();
  }
}
