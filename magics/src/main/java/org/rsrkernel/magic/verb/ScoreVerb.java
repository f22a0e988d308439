package org.rsrkernel.magic.verb;

import java.util.List;
import java.util.Optional;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.FurtherMetrics;
import org.rsrkernel.metric.MeasuredPart;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.metric.ScoreMeasures;
import org.rsrkernel.metric.pass.PassStudent;
import org.rsrkernel.scoring.MemoryScoreStore;
import org.rsrkernel.scoring.ScoreStore;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.scoring.cache.ScoreCache;
import org.rsrkernel.scoring.part.Over;
import org.rsrkernel.scoring.part.PartReader;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr score TABLE}: a student's ranks and surprisals beside every trajectory. */
@Command(
    name = "score",
    description = "Score a table of trajectories under the student in use.",
    footer = {
      "",
      "Adds tokens, avg_rank, avg_surprisal, rsr and status to the table's columns. An interrupted",
      "run keeps what it has finished; the same line goes on from there."
    })
public final class ScoreVerb extends Verb<Table> {

  private final RsrSession session;

  @Parameters(paramLabel = "TABLE", description = "A variable, a loaded table's name, or a file.")
  private String table;

  @Option(names = "--student", paramLabel = "NAME", description = "Another than the one in use.")
  private String studentName;

  @Option(
      names = "--batch-tokens",
      paramLabel = "N",
      description = "Most tokens in one forward pass. Default: by device and free memory.")
  private Integer batchTokens;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Cut sequences to N tokens. Default: the student's context.")
  private Integer maxLength;

  @Option(
      names = "--clip",
      paramLabel = "N",
      defaultValue = "" + Rsr.RANK_CLIP,
      description = "Upper bound put on every rank. Default: 100.")
  private int clip;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description = "Further metrics, with commas; %%rsr metrics lists them.")
  private String metrics;

  @Option(
      names = "--over",
      paramLabel = "PART",
      defaultValue = "all",
      description =
          "Which response tokens: all; reasoning or answer, parted by think tags or"
              + " reasoning_content; turns, last-turn or sentences. Default: all.")
  private Over over;

  @Option(
      names = "--second",
      paramLabel = "NAME",
      description = "A second loaded student, for metrics that ask one.")
  private String secondName;

  @Option(names = "--no-cache", description = "Neither read nor keep earlier scores.")
  private boolean noCache;

  ScoreVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Table call() {
    ScoredTables.requireClip(clip);
    List<Metric> wanted = MetricNames.list(metrics);
    requireWholeResponses(wanted);
    Student student = session.students().get(studentName);
    String name = studentName == null ? session.students().nameInUse().orElseThrow() : studentName;
    Table trajectories = session.tables().get(table);
    try {
      Table scored = score(student, trajectories, wanted);
      Table named = ScoreColumns.withStudent(scored, name);
      session.tables().rememberScored(named);
      return named;
    } catch (InterruptedException e) {
      throw new RsrException(
          noCache
              ? "Interrupted."
              : "Interrupted. What was finished is kept; the same line goes on from there.");
    } finally {
      session.scores().endRun(ScoreCache.MOST_BYTES);
    }
  }

  private void requireWholeResponses(List<Metric> wanted) {
    for (Metric metric : wanted) {
      if (over != Over.ALL && !metric.isOfTokens()) {
        throw new RsrException(
            "'%s' takes whole responses; score it without --over %s."
                .formatted(metric.name(), over));
      }
    }
  }

  /** What is taken of an outcome; token scores only if a metric asks for them later. */
  private record Reading(List<MeasuredPart> parts, Optional<ScoredTrajectory> outcome) {}

  private Table score(Student student, Table trajectories, List<Metric> wanted)
      throws InterruptedException {
    List<Trajectory> given = Trajectories.of(trajectories);
    PartReader parts = new PartReader(student, given, over);
    List<Metric> ofTokens = wanted.stream().filter(Metric::isOfTokens).toList();
    boolean scoresNeeded = ofTokens.size() < wanted.size();
    ScoreMeasures measures = ScoreMeasures.rsrAnd(ofTokens, clip);
    StudentPasses passes = passes(student);
    List<Reading> readings =
        passes.trajectories(
            given,
            (index, outcome) ->
                new Reading(
                    parts.read(index, outcome).stream().map(measures::of).toList(),
                    Optional.of(outcome).filter(kept -> scoresNeeded)));
    List<MeasuredPart> measured =
        readings.stream().flatMap(reading -> reading.parts().stream()).toList();
    Table scored = ScoreColumns.ofParts(trajectories, measured, over, measures);
    if (!scoresNeeded) {
      return scored;
    }
    Optional<PassStudent> second =
        Optional.ofNullable(secondName).map(session.students()::get).map(this::passes);
    List<ScoredTrajectory> outcomes =
        readings.stream().map(reading -> reading.outcome().orElseThrow()).toList();
    return new FurtherMetrics(passes, second).addTo(scored, outcomes, wanted, clip);
  }

  private StudentPasses passes(Student student) {
    ScoreStore store = noCache ? new MemoryScoreStore() : session.scores();
    ScoringOptions options =
        new ScoringOptions(
            batchTokens == null ? student.batchTokens() : batchTokens,
            maxLength == null ? student.card().contextLength() : maxLength);
    return new StudentPasses(
        student, store, options, () -> new ScoringDisplay(session.notebook(), !noCache));
  }
}
