package org.rsrkernel.magic.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.ChoiceLimits;
import org.rsrkernel.metric.ChoiceReport;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.metric.TeacherChoice;
import org.rsrkernel.metric.TrainingWeights;
import org.rsrkernel.metric.TrajectoryChoice;
import org.rsrkernel.scoring.part.Over;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.LlamaFactory;
import org.rsrkernel.trajectory.TrainingLayout;
import org.rsrkernel.trajectory.TrajectoryWriter;
import org.rsrkernel.view.table.TableView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr select TABLE --per question}: the trajectories to train on. */
@Command(
    name = "select",
    description = "Choose training data: the best trajectories of every question, or teachers.",
    footer = {
      "",
      "Of equal values the shorter response comes first, then the teacher by name,",
      "then the earlier row. Under a budget every question's best come before any",
      "question's second, the better values first; one that no longer fits is passed",
      "over."
    })
public final class SelectVerb extends Verb<Table> {

  private static final String JSON_LINES = ".jsonl";
  private static final int ROUNDS = 1000;

  /** What is chosen of. */
  enum Per {
    QUESTION,
    TEACHER
  }

  private final RsrSession session;

  @Parameters(
      arity = "0..1",
      paramLabel = "TABLE",
      description = "A scored table; else the one scored last.")
  private String table;

  @Option(
      names = "--per",
      paramLabel = "question|teacher",
      defaultValue = "question",
      description =
          "question: the best trajectories of every id. teacher: all rows of the best teachers, by"
              + " a sample of each. Default: question.")
  private Per per;

  @Option(
      names = "--k",
      paramLabel = "N",
      defaultValue = "1",
      description = "Trajectories of a question, or teachers, at most. Default: 1.")
  private int count;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      defaultValue = "1",
      description = "Most of the chosen that one teacher may have, such as 0.4. Default: 1, any.")
  private double teacherShare;

  @Option(
      names = "--alike",
      paramLabel = "SHARE",
      defaultValue = "1",
      description =
          "Word triples that two responses chosen of a question may have in common, such as 0.5."
              + " Default: 1, any.")
  private double mostAlike;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "200",
      description = "With --per teacher: trajectories looked at of each. Default: 200.")
  private int sample;

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      defaultValue = "rsr",
      description = "What to choose by; %%rsr metrics lists them. Default: rsr.")
  private String metric;

  @Option(
      names = "--weights",
      description =
          "Add the weights that LARK trains a question's chosen trajectories with, as train_weight.")
  private boolean weights;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description = "Choose from rows with that value only, such as correct=true.")
  private List<String> conditions = new ArrayList<>();

  @Option(names = "--budget", paramLabel = "N", description = "Response tokens at most.")
  private Long budget;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the chosen rows, by suffix: .jsonl, .csv, .tsv, .parquet.")
  private Path out;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      defaultValue = "as_loaded",
      description =
          "Of --out: as_loaded leaves the messages untouched; messages, sharegpt or alpaca also"
              + " enter the file into LLaMA-Factory's dataset_info.json beside it.")
  private TrainingLayout layout;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of the random choice that is reported beside. Default: 0.")
  private long seed;

  SelectVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Table call() {
    Metric wanted = MetricNames.get(metric);
    if (weights && per == Per.TEACHER) {
      throw new RsrException("--weights are of a question's trajectories; choose --per question.");
    }
    Table measured =
        Rescored.of(
            session, ScoredTables.named(session, table), Over.ALL, List.of(wanted), Rsr.RANK_CLIP);
    Table scored = RowConditions.keep(measured, conditions);
    Table chosen =
        per == Per.TEACHER ? ofBestTeachers(scored, wanted) : ofEachQuestion(scored, wanted);
    if (out != null) {
      write(chosen);
    }
    return chosen;
  }

  private Table ofEachQuestion(Table scored, Metric wanted) {
    OptionalLong tokens = budget == null ? OptionalLong.empty() : OptionalLong.of(budget);
    TrajectoryChoice choice =
        new TrajectoryChoice(wanted, new ChoiceLimits(count, tokens, teacherShare, mostAlike));
    Table chosen = choice.from(scored);
    Table report = ChoiceReport.of(choice, scored, chosen, seed);
    session.notebook().display(TableView.of(report, caption(chosen)));
    return weights ? TrainingWeights.addTo(chosen, scored, wanted) : chosen;
  }

  private Table ofBestTeachers(Table scored, Metric wanted) {
    TeacherChoice.Chosen chosen =
        new TeacherChoice(wanted, count, sample).from(scored, Columns.TEACHER, ROUNDS, seed);
    String caption =
        "%s. Ranked by %,d trajectories of each at most; %s"
            .formatted(caption(chosen.rows()), sample, String.join(" ", chosen.ranking().notes()));
    session.notebook().display(TableView.of(new RankingTable(List.of(chosen.ranking())), caption));
    return chosen.rows();
  }

  private static String caption(Table chosen) {
    String shares =
        TrajectoryChoice.teacherShares(chosen).entrySet().stream()
            .map(share -> share.getValue() + " of " + share.getKey())
            .collect(Collectors.joining(", "));
    String count = "%,d trajectories chosen".formatted(chosen.rowCount());
    return shares.isEmpty() ? count : count + ": " + shares;
  }

  private void write(Table chosen) {
    if (layout == TrainingLayout.AS_LOADED) {
      TrajectoryWriter.write(chosen, out);
      return;
    }
    Path file = out.toAbsolutePath().normalize();
    String name = file.getFileName().toString();
    if (!name.endsWith(JSON_LINES)) {
      throw new RsrException("--layout is written as .jsonl, but --out is '%s'.".formatted(out));
    }
    String dataset = name.substring(0, name.length() - JSON_LINES.length());
    LlamaFactory.write(chosen, file.getParent(), dataset, layout);
  }
}
