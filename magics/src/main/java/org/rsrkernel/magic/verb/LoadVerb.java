package org.rsrkernel.magic.verb;

import java.util.List;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.LoadedTrajectories;
import org.rsrkernel.trajectory.Trajectories;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr load PATHS…}: trajectories into a table. */
@Command(name = "load", description = "Load trajectories into a Table.")
public final class LoadVerb extends Verb<Table> {

  private final RsrSession session;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATHS",
      description = "Files, folders or globs; demo is the embedded sample.")
  private List<String> paths;

  @Option(names = "--as", paramLabel = "NAME", description = "What to call the table.")
  private String name;

  @Option(
      names = "--teacher",
      paramLabel = "COLUMN|file",
      description = "The column that names the teacher, or 'file' to take the file's name.")
  private String teacher;

  @Option(names = "--limit", paramLabel = "N", description = "Keep the first N rows.")
  private Integer limit;

  @Option(names = "--sample", paramLabel = "N", description = "Keep N rows drawn at random.")
  private Integer sample;

  @Option(names = "--seed", defaultValue = "0", description = "Seed of the sample. Default: 0.")
  private long seed;

  LoadVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Table call() {
    LoadRequest request = LoadRequest.of(paths.toArray(String[]::new));
    if (teacher != null) {
      request = request.withTeacher(teacher);
    }
    if (limit != null) {
      request = request.withLimit(limit);
    }
    if (sample != null) {
      request = request.withSample(sample, seed);
    }
    LoadedTrajectories loaded = Trajectories.load(request);
    session.tables().remember(name == null ? loaded.table().name() : name, loaded.table());
    return loaded.table();
  }
}
