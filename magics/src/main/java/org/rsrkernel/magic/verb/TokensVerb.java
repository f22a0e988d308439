package org.rsrkernel.magic.verb;

import java.util.List;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.Student;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.Trajectory;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.heatmap.HeatMapMode;
import org.rsrkernel.view.heatmap.RenderedTextView;
import org.rsrkernel.view.heatmap.TokenHeatMap;
import org.rsrkernel.view.heatmap.TokenView;
import org.rsrkernel.view.html.Escaped;
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

  private static final int MOST_LIKELIER = 20;

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
      names = "--against",
      paramLabel = "T2|STUDENT2",
      description = {
        "Another teacher, to stand beside it, or another loaded student,",
        "to show which of the two each token surprises more."
      })
  private String against;

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

  @Option(
      names = "--likelier",
      paramLabel = "N",
      description = {
        "How many likelier tokens the hover offers; 0 saves the pass that finds them.",
        "Default: 5, and 0 beyond 4,000 tokens."
      })
  private Integer likelier;

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
    if (likelier != null && (likelier < 0 || likelier > MOST_LIKELIER)) {
      throw new RsrException(
          "--likelier is %d, but it is between 0 and %d.".formatted(likelier, MOST_LIKELIER));
    }
    Student student = session.students().get(studentName);
    if (response == null) {
      return showFound(student);
    }
    if (question == null) {
      throw new RsrException("Say which question the cell answers: %%rsr tokens --question \"…\"");
    }
    List<Message> messages =
        List.of(Message.of("user", question), Message.of("assistant", response));
    Trajectory written = new Trajectory(0, "this cell", "you", messages, List.of());
    return raw
        ? rawText(student, written)
        : TokenHeatMap.of(new TrajectoryTokens(session).view(student, written, likelier), mode);
  }

  private Rendering showFound(Student student) throws InterruptedException {
    if (id == null) {
      throw new RsrException("Say which trajectory: %rsr tokens ID");
    }
    RowsOfId rows = RowsOfId.find(table(), id);
    Table found = rows.rowBy(teacher == null ? rows.teachers().get(0) : teacher);
    if (against != null) {
      return showBoth(student, rows, found);
    }
    if (teacher == null && rows.teachers().size() > 1) {
      noteOtherTeachers(rows.teachers());
    }
    return raw
        ? rawText(student, Trajectories.of(found).get(0))
        : TokenHeatMap.of(view(student, found), mode);
  }

  /** Two students on one trajectory, or two teachers under one student. */
  private Rendering showBoth(Student student, RowsOfId rows, Table found)
      throws InterruptedException {
    TokenView view = view(student, found);
    if (session.students().names().contains(against)) {
      TokenView other = view(session.students().get(against), found);
      return TokenHeatMap.difference(view, other, against);
    }
    if (!rows.teachers().contains(against)) {
      throw new RsrException(
          "'%s' is neither a teacher with a trajectory '%s' (%s) nor a loaded student (%s)."
              .formatted(
                  against,
                  id,
                  String.join(", ", rows.teachers()),
                  String.join(", ", session.students().names())));
    }
    return TokenHeatMap.sideBySide(view, view(student, rows.rowBy(against)), mode);
  }

  private void noteOtherTeachers(List<String> teachers) {
    String note =
        "Trajectory '%s' is by several teachers; this is %s's. Others, with --teacher: %s."
            .formatted(
                id, teachers.get(0), String.join(", ", teachers.subList(1, teachers.size())));
    session.notebook().display(Rendering.of("<p>" + Escaped.html(note) + "</p>", note));
  }

  private Table table() {
    return tableName == null
        ? session
            .tables()
            .latest()
            .orElseThrow(
                () -> new RsrException("Nothing is loaded yet. Load trajectories: %rsr load demo"))
        : session.tables().get(tableName);
  }

  private static Rendering rawText(Student student, Trajectory trajectory) {
    RenderedText text = student.renderText(trajectory.messages(), trajectory.tools());
    return RenderedTextView.of(text.text(), text.responses());
  }

  /** The tokens of the part that the row is over. */
  private TokenView view(Student student, Table row) throws InterruptedException {
    return new TrajectoryTokens(session).view(student, row, likelier);
  }
}
