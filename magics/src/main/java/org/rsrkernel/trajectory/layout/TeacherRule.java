package org.rsrkernel.trajectory.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.format.InputFile;
import org.rsrkernel.trajectory.format.Row;

/** Who wrote a row's response: what the user named, else a column of teachers, else the file. */
public final class TeacherRule {

  private static final List<String> COLUMNS =
      List.of("teacher", "teacher_model", "generator", "model");

  /** Names of files that say which part of a data set they hold, and nothing of a teacher. */
  private static final Set<String> SPLITS =
      Set.of("train", "test", "validation", "valid", "dev", "data");

  /** The folder a file lies in, or with a number, one further up. */
  private static final Pattern FOLDER =
      Pattern.compile(Pattern.quote(LoadRequest.TEACHER_FROM_FOLDER) + "(?::([1-9]\\d?))?");

  private final Optional<String> asked;
  private final boolean filesShareNames;

  /**
   * A rule for one load.
   *
   * @param asked as in {@link LoadRequest#teacher}
   * @param files all files of the load: where several have the same name, their folders tell the
   *     teachers apart
   */
  public TeacherRule(Optional<String> asked, List<InputFile> files) {
    this.asked = asked;
    long names = files.stream().map(InputFile::stem).distinct().count();
    long places = files.stream().map(file -> file.folder() + "/" + file.stem()).distinct().count();
    this.filesShareNames = names < places; // the shards of one data set are one place
  }

  /** Whether {@code asked} means the name of a file or folder, not a column. */
  public static boolean isNameOfPlace(String asked) {
    return asked.equals(LoadRequest.TEACHER_FROM_FILE) || FOLDER.matcher(asked).matches();
  }

  /** A teacher, and in words where the name comes from. */
  public record Named(String teacher, String source) {}

  public Named of(Row row, InputFile file) {
    Optional<Matcher> folder = asked.map(FOLDER::matcher).filter(Matcher::matches);
    if (folder.isPresent()) {
      return ofFolder(file, folder.get().group(1));
    }
    if (asked.equals(Optional.of(LoadRequest.TEACHER_FROM_FILE))) {
      return new Named(file.stem(), "the file's name");
    }
    return row.firstFilled(asked.map(List::of).orElse(COLUMNS))
        .filter(column -> !row.get(column).text().isBlank())
        .map(column -> new Named(row.get(column).text(), "column \"" + column + "\""))
        .orElseGet(() -> ofFile(file));
  }

  private static Named ofFolder(InputFile file, String level) {
    int above = level == null ? 1 : Integer.parseInt(level);
    List<String> folders = file.foldersAbove();
    return new Named(
        folders.size() < above ? "" : folders.get(above - 1),
        above == 1 ? "the folder's name" : "the name of folder " + above + " above the file");
  }

  private Named ofFile(InputFile file) {
    if (SPLITS.contains(file.stem())) {
      return file.foldersAbove().stream()
          .filter(folder -> !folder.equals("data"))
          .findFirst()
          .map(folder -> new Named(folder, "the data set folder's name"))
          .orElseGet(() -> new Named(file.stem(), "the file's name"));
    }
    return filesShareNames && !file.folder().isEmpty()
        ? new Named(file.folder(), "the folder's name, since files share names")
        : new Named(file.stem(), "the file's name");
  }
}
