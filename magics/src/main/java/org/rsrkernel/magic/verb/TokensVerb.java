package org.rsrkernel.magic.verb;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.Scorer;
import org.rsrkernel.scoring.ScoringOptions;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.NearestNames;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.heatmap.HeatMapMode;
import org.rsrkernel.view.heatmap.RenderedTextView;
import org.rsrkernel.view.heatmap.TokenCells;
import org.rsrkernel.view.heatmap.TokenHeatMap;
import org.rsrkernel.view.heatmap.TokenView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/**
 * {@code %rsr tokens ID} and {@code %%rsr tokens --question "…"}: one trajectory token by token.
 */
@Command(
    name = "tokens",
    description = {
      "Show a trajectory token by token, coloured by rank, surprisal, their ratio or probability.",
      "As %%%%rsr tokens --question \"…\" it scores the response written below it in the cell."
    })
public final class TokensVerb extends Verb<Rendering> implements CellVerb {

  private final RsrSession session;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "A trajectory's id.")
  private String id;

  @Option(
      names = "--teacher",
      paramLabel = "T",
      description = "Whose response, if several have it.")
  private String teacher;

  @Option(
      names = "--mode",
      defaultValue = "rank",
      description = "rank, surprisal, rsr or probability. Default: rank.")
  private HeatMapMode mode;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      description = "Where to look; else the table scored or loaded last.")
  private String tableName;

  @Option(names = "--student", paramLabel = "NAME", description = "Another than the one in use.")
  private String studentName;

  @Option(
      names = "--question",
      paramLabel = "TEXT",
      description = "The question that the cell's text answers.")
  private String question;

  @Option(names = "--raw", description = "Show the text the student reads, what is scored marked.")
  private boolean raw;

  private String response;

  TokensVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public void body(String text) {
    response = text.stripTrailing();
  }

  @Override
  public Rendering call() throws InterruptedException {
    Student student = session.students().get(studentName);
    if (response == null) {
      Trajectory found = find();
      return show(student, found.id(), found.teacher(), found.messages());
    }
    if (question == null) {
      throw new RsrException("Say which question the cell answers: %%rsr tokens --question \"…\"");
    }
    return show(
        student,
        "this cell",
        "you",
        List.of(Message.of("user", question), Message.of("assistant", response)));
  }

  private Rendering show(Student student, String id, String teacher, List<Message> messages)
      throws InterruptedException {
    RenderedText text = student.renderText(messages, List.of());
    if (raw) {
      return RenderedTextView.of(text.text(), text.responses());
    }
    ScoringOptions options =
        new ScoringOptions(student.card().contextLength(), student.card().contextLength());
    ScoredTrajectory scored =
        new Scorer(student, session.scores(), options, progress -> {})
            .score(List.of(new Trajectory(0, id, teacher, messages, List.of())))
            .get(0);
    TokenScores scores =
        scored
            .scores()
            .orElseThrow(
                () -> new RsrException("Trajectory '%s': %s".formatted(id, scored.status())));
    return TokenHeatMap.of(
        new TokenView(id, teacher, TokenCells.of(student.tokenize(text), scores), Rsr.RANK_CLIP),
        mode);
  }

  private Trajectory find() {
    if (id == null) {
      throw new RsrException("Say which trajectory: %rsr tokens ID");
    }
    Table table =
        tableName == null
            ? session
                .tables()
                .latest()
                .orElseThrow(
                    () ->
                        new RsrException(
                            "Nothing is loaded yet. Load trajectories: %rsr load demo"))
            : session.tables().get(tableName);
    ScoredTables.requireColumn(table, Columns.ID);
    int[] rows =
        IntStream.range(0, table.rowCount())
            .filter(row -> ScoredTables.text(table, Columns.ID, row).equals(id))
            .filter(
                row ->
                    teacher == null
                        || ScoredTables.text(table, Columns.TEACHER, row).equals(teacher))
            .toArray();
    if (rows.length == 0) {
      throw notFound(table);
    }
    return Trajectories.of(table.rows(rows[0])).get(0);
  }

  private RsrException notFound(Table table) {
    Set<String> known = new LinkedHashSet<>();
    for (int row = 0; row < table.rowCount(); row++) {
      String rowId = ScoredTables.text(table, Columns.ID, row);
      if (teacher == null) {
        known.add(rowId);
      } else if (rowId.equals(id)) {
        known.add(ScoredTables.text(table, Columns.TEACHER, row));
      }
    }
    if (teacher != null && !known.isEmpty()) {
      return new RsrException(
          "No trajectory '%s' is by '%s'; it is by %s."
              .formatted(id, teacher, String.join(", ", known)));
    }
    return new RsrException(
        "No trajectory of table '%s' has the id '%s'; near it are %s."
            .formatted(table.name(), id, String.join(", ", nearest(known))));
  }

  private List<String> nearest(Set<String> known) {
    List<String> nearest = NearestNames.of(id, known);
    return nearest.isEmpty() ? known.stream().limit(5).toList() : nearest;
  }
}
