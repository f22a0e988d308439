package org.rsrkernel.magic.verb;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.magic.session.HelpText;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.ScoreColumns;
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
      description =
          "With --official: only this student's scores, or whose they are if the table does not say.")
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
    Table scored = ScoredTables.named(session, table);
    int trajectories = 0;
    Set<String> teachers = new HashSet<>();
    Map<String, Table> byStudent = byStudent(scored);
    for (Map.Entry<String, Table> own : byStudent.entrySet()) {
      OfficialFolder folder = new OfficialFolder(official, own.getKey());
      OfficialSets sets = OfficialSets.of(session, own.getValue());
      for (OfficialSet set : sets.byTeacher()) {
        folder.write(set, FileFormat.PARQUET);
        teachers.add(set.name());
      }
      trajectories += sets.trajectories();
    }
    return new HelpText(
        "%d trajectories of %d teachers under %s written to %s"
            .formatted(
                trajectories, teachers.size(), String.join(", ", byStudent.keySet()), official));
  }

  private Map<String, Table> byStudent(Table scored) {
    if (!scored.containsColumn(ScoreColumns.STUDENT)) {
      return Map.of(studentName == null ? inUse() : studentName, scored);
    }
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Table own : StudentTables.of(scored)) {
      tables.put(StudentTables.name(own, tables.size() + 1), own);
    }
    if (studentName == null) {
      return tables;
    }
    if (!tables.containsKey(studentName)) {
      throw new RsrException(
          "The table '%s' holds scores under %s, none under '%s'."
              .formatted(table, String.join(", ", tables.keySet()), studentName));
    }
    return Map.of(studentName, tables.get(studentName));
  }

  private String inUse() {
    return session
        .students()
        .nameInUse()
        .orElseThrow(
            () ->
                new RsrException(
                    "The table '%s' does not say whose scores they are, and no student is loaded. Name one: --student NAME"
                        .formatted(table)));
  }
}
