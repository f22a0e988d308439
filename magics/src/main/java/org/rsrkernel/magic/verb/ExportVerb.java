package org.rsrkernel.magic.verb;

import java.nio.file.Path;
import org.rsrkernel.magic.session.HelpText;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.trajectory.TrajectoryWriter;
import org.rsrkernel.trajectory.format.FileFormat;
import org.rsrkernel.trajectory.official.OfficialFolder;
import org.rsrkernel.trajectory.official.OfficialSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr export TABLE FILE}: a table as a file, or as the paper code's output folder. */
@Command(
    name = "export",
    description = {
      "Write a table to a file: .jsonl, .csv, .tsv, .parquet.",
      "With --official DIR a scored table as the output folder of the RSR paper's code."
    })
public final class ExportVerb extends Verb<HelpText> {

  private final RsrSession session;

  @Parameters(index = "0", paramLabel = "TABLE", description = "A variable or a loaded table.")
  private String table;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Where to write; replaced if there.")
  private Path file;

  @Option(
      names = "--official",
      paramLabel = "DIR",
      description = "The folder for rsr_NAME.tsv, _sample_metrics and _inferred_data.")
  private Path official;

  @Option(
      names = "--student",
      paramLabel = "NAME",
      description = "With --official: whose scores they are. Default: the student in use.")
  private String studentName;

  ExportVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public HelpText call() {
    if ((file == null) == (official == null)) {
      throw new RsrException("Say where to write: %rsr export TABLE FILE, or --official DIR");
    }
    return file == null ? writeOfficial() : writeFile();
  }

  private HelpText writeFile() {
    Table rows = session.tables().get(table);
    TrajectoryWriter.write(rows, file);
    return new HelpText("%d rows written to %s".formatted(rows.rowCount(), file));
  }

  private HelpText writeOfficial() {
    OfficialFolder folder = new OfficialFolder(official, student());
    OfficialSets sets = OfficialSets.of(session, ScoredTables.named(session, table));
    for (OfficialSet set : sets.byTeacher()) {
      folder.write(set, FileFormat.PARQUET);
    }
    return new HelpText(
        "%d trajectories of %d teachers under %s written to %s"
            .formatted(sets.trajectories(), sets.byTeacher().size(), folder.model(), official));
  }

  private String student() {
    if (studentName != null) {
      return studentName;
    }
    return session
        .students()
        .nameInUse()
        .orElseThrow(
            () ->
                new RsrException(
                    "No student is loaded; say whose scores they are: --student NAME"));
  }
}
