package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Metrics;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.metric.TeacherRanking;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.Plots;
import org.rsrkernel.view.plot.TeacherPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %rsr plot teachers [TABLE]}: the ranking of {@code %rsr compare} as a figure. */
@Command(name = "teachers", description = "Teachers by RSR, with 95 %% bootstrap intervals.")
public final class PlotTeachersVerb extends ScoredFigureVerb {

  @Option(
      names = "--bootstrap",
      defaultValue = "1000",
      paramLabel = "ROUNDS",
      description = "Bootstrap rounds. Default: 1000.")
  private int rounds;

  @Option(names = "--seed", defaultValue = "0", description = "Seed of the bootstrap. Default: 0.")
  private long seed;

  PlotTeachersVerb(RsrSession session) {
    super(session);
  }

  @Override
  Rendering draw(Table scored) {
    TeacherRanking ranking =
        TeacherRanking.of(scored, by(), Metrics.find(ScoreColumns.RSR).orElseThrow(), rounds, seed);
    List<TeacherPair> tied = new ArrayList<>();
    for (TeacherRanking.Row row : ranking.rows()) {
      if (row.tiedWithNext()) {
        tied.add(new TeacherPair(row.teacher(), row.next().orElseThrow().teacher()));
      }
    }
    return Plots.teachers(RankedTeachers.rows(ranking), tied);
  }
}
