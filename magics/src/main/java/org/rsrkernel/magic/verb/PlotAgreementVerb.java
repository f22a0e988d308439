package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.plot.AgreementPoint;
import org.rsrkernel.view.plot.Plots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %rsr plot agreement [TABLE]}: the same trajectories by two students or two metrics. */
@Command(
    name = "agreement",
    description = "Trajectories by two students (--student2) or by two metrics (--x, --y).")
public final class PlotAgreementVerb extends ScoredFigureVerb {

  @Option(
      names = "--student2",
      paramLabel = "NAME",
      description = "A second loaded student, who scores the table's trajectories too.")
  private String secondStudent;

  @Option(
      names = "--x",
      defaultValue = ScoreColumns.RSR,
      paramLabel = "METRIC",
      description = "The table's column on the x axis. Default: rsr.")
  private String x;

  @Option(names = "--y", paramLabel = "METRIC", description = "The column on the y axis.")
  private String y;

  PlotAgreementVerb(RsrSession session) {
    super(session);
  }

  @Override
  Rendering draw(Table scored) throws InterruptedException {
    if ((y == null) == (secondStudent == null)) {
      throw new RsrException(
          "Say what to compare %s with: --y METRIC for a second column, or --student2 NAME for a second student."
              .formatted(x));
    }
    if (secondStudent == null) {
      return Plots.agreement(points(scored, x, scored, y), x, y, false);
    }
    Table second = scoreUnderSecond(scored);
    return Plots.agreement(
        points(scored, x, second, x), x + " as in the table", x + " under " + secondStudent, true);
  }

  private Table scoreUnderSecond(Table scored) throws InterruptedException {
    Student student = session().students().get(secondStudent);
    ScoringOptions options =
        new ScoringOptions(student.batchTokens(), student.card().contextLength());
    try (ScoringDisplay display = new ScoringDisplay(session().notebook(), true)) {
      return ScoreColumns.addTo(
          scored,
          new Scorer(student, session().scores(), options, display).score(Trajectories.of(scored)),
          MetricNames.list(x),
          Rsr.RANK_CLIP);
    }
  }

  private List<AgreementPoint> points(Table first, String column, Table second, String other) {
    double[] xs = MeasuredRows.numbers(first, column);
    double[] ys = MeasuredRows.numbers(second, other);
    List<AgreementPoint> points = new ArrayList<>();
    for (int row = 0; row < xs.length; row++) {
      points.add(
          new AgreementPoint(
              ScoredTables.text(first, Columns.ID, row),
              ScoredTables.text(first, by(), row),
              xs[row],
              ys[row]));
    }
    return points;
  }
}
