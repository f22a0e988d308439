package org.rsrkernel.magic.verb;

import java.nio.file.Path;
import org.rsrkernel.magic.session.HelpText;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.trajectory.TrajectoryWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr export TABLE FILE}: a table as a file, by its suffix. */
@Command(name = "export", description = "Write a table to a file: .jsonl, .csv, .tsv, .parquet.")
public final class ExportVerb extends Verb<HelpText> {

  private final RsrSession session;

  @Parameters(index = "0", paramLabel = "TABLE", description = "A variable or a loaded table.")
  private String table;

  @Parameters(index = "1", paramLabel = "FILE", description = "Where to write; replaced if there.")
  private Path file;

  ExportVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public HelpText call() {
    Table rows = session.tables().get(table);
    TrajectoryWriter.write(rows, file);
    return new HelpText("%d rows written to %s".formatted(rows.rowCount(), file));
  }
}
