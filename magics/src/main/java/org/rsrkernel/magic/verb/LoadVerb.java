package org.rsrkernel.magic.verb;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.magic.session.NamedTables;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.LoadedTrajectories;
import org.rsrkernel.trajectory.Trajectories;
import org.rsrkernel.trajectory.format.FileFormat;
import org.rsrkernel.trajectory.official.OfficialResults;
import org.rsrkernel.trajectory.report.Repetition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr load PATHS…}: trajectories into a table, and how that went below the cell. */
@Command(name = "load", description = "Load trajectories into a Table.")
public final class LoadVerb extends Verb<Table> {

  /** The format that means an output folder of the paper's code. */
  private static final String OFFICIAL = "official";

  private final RsrSession session;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATHS",
      description = {
        "Files, folders or globs; demo is the embedded sample.",
        "Or one variable that holds a Table."
      })
  private List<String> paths;

  @Option(names = "--as", paramLabel = "NAME", description = "What to call the table.")
  private String name;

  @Option(
      names = "--teacher",
      paramLabel = "COLUMN|file|folder",
      description =
          "The column that names the teacher, or to take the file's or folder's name; folder:2 is"
              + " the folder above that.")
  private String teacher;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      description = "One of: ${COMPLETION-CANDIDATES}. Default: told by content and name.")
  private String format;

  @Option(
      names = "--encoding",
      paramLabel = "ENCODING",
      completionCandidates = Encodings.class,
      description = "Of text files, such as UTF-8. Default: told by their first bytes.")
  private String encoding;

  @Option(names = "--strict", description = "End at the first broken row.")
  private boolean strict;

  @Option(names = "--limit", paramLabel = "N", description = "Keep the first N rows.")
  private Integer limit;

  @Option(names = "--sample", paramLabel = "N", description = "Keep N rows drawn at random.")
  private Integer sample;

  @Option(names = "--seed", defaultValue = "0", description = "Seed of the sample. Default: 0.")
  private long seed;

  @Option(
      names = "--drop-duplicates",
      paramLabel = "LIST",
      split = ",",
      hideParamSyntax = true,
      description =
          "Drop rows that repeat an earlier one, with commas: ids (the same teacher and id), texts"
              + " (question and response), questions (in other spacing, under another id).")
  private Set<Repetition> dropped = Set.of();

  LoadVerb(RsrSession session) {
    this.session = session;
  }

  /** Formats by name, for Tab and help. */
  static final class Formats extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Formats() {
      Arrays.stream(FileFormat.values()).map(FileFormat::toString).forEach(this::add);
      add(OFFICIAL);
    }
  }

  /** The encodings that files of this field come in; others work too. */
  static final class Encodings extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Encodings() {
      addAll(List.of("UTF-8", "UTF-16", "windows-1252", "ISO-8859-1", "GB18030", "Shift_JIS"));
    }
  }

  @Override
  public Table call() {
    if (OFFICIAL.equalsIgnoreCase(format)) {
      return official();
    }
    Optional<Table> variable = variable();
    LoadedTrajectories loaded = variable.isPresent() ? from(variable.get()) : fromFiles();
    session.tables().remember(name == null ? loaded.table().name() : name, loaded.table());
    return loaded.table();
  }

  /** Files and the sample come first, so that a cell that names its table after them runs twice. */
  private Optional<Table> variable() {
    String only = paths.get(0);
    return paths.size() > 1 || NamedTables.isFile(only)
        ? Optional.empty()
        : session.tables().variable(only);
  }

  private LoadedTrajectories fromFiles() {
    LoadDisplay display = new LoadDisplay(session.notebook());
    LoadedTrajectories loaded = Trajectories.load(request(), display);
    display.show(loaded.report());
    return loaded;
  }

  private LoadedTrajectories from(Table table) {
    if (format != null || encoding != null || strict || limit != null || sample != null) {
      throw new RsrException(
          "--format, --encoding, --strict, --limit and --sample are for files, but '%s' is a Table; in Java: %s.first(10)"
              .formatted(paths.get(0), paths.get(0)));
    }
    LoadedTrajectories loaded =
        Trajectories.fromTable(table, Optional.ofNullable(teacher), dropped);
    new LoadDisplay(session.notebook()).show(loaded.report());
    return loaded;
  }

  private Table official() {
    if (paths.size() != 1) {
      throw new RsrException("--format official takes one folder, not %d.".formatted(paths.size()));
    }
    Table results = OfficialResults.load(Path.of(paths.get(0)));
    session.tables().remember(name == null ? results.name() : name, results);
    session.tables().rememberScored(results);
    return results;
  }

  private LoadRequest request() {
    LoadRequest request = LoadRequest.of(paths.toArray(String[]::new)).dropping(dropped);
    if (teacher != null) {
      request = request.withTeacher(teacher);
    }
    if (format != null) {
      request = request.withFormat(FileFormat.named(format));
    }
    if (encoding != null) {
      request = request.withEncoding(charset());
    }
    if (limit != null) {
      request = request.withLimit(limit);
    }
    if (sample != null) {
      request = request.withSample(sample, seed);
    }
    return strict ? request.strictly() : request;
  }

  private Charset charset() {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new RsrException(
          "There is no encoding '%s'; there are, among others, %s."
              .formatted(encoding, String.join(", ", new Encodings())));
    }
  }
}
