package org.rsrkernel.trajectory;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rsrkernel.trajectory.format.FileFormat;
import org.rsrkernel.trajectory.format.InputFiles;
import org.rsrkernel.trajectory.report.Repetition;

/**
 * What to load and how.
 *
 * @param paths files, folders, globs, or {@code demo} for the embedded sample
 * @param teacher a column's name, or {@link #TEACHER_FROM_FILE} or {@link #TEACHER_FROM_FOLDER}; if
 *     empty, a column of teachers where the rows have one, else the file's name
 * @param format if empty, told by each file's content and name
 * @param encoding of text files; if empty, told by their first bytes, UTF-8 without any
 * @param limit at most so many rows, the first ones
 * @param sample so many rows of all, each as likely as any other, in the order of the files
 * @param seed of the sample
 * @param strict whether the first broken row ends the load
 * @param dropped the ways of repeating an earlier row for which rows are dropped, in the end
 */
public record LoadRequest(
    List<String> paths,
    Optional<String> teacher,
    Optional<FileFormat> format,
    Optional<Charset> encoding,
    OptionalInt limit,
    OptionalInt sample,
    long seed,
    boolean strict,
    Set<Repetition> dropped) {

  /** The path that means the embedded sample. */
  public static final String DEMO = InputFiles.DEMO;

  /** The teacher is the file's name without suffixes. */
  public static final String TEACHER_FROM_FILE = "file";

  /** The teacher is the name of the folder the file lies in; {@code folder:2} the one above it. */
  public static final String TEACHER_FROM_FOLDER = "folder";

  public LoadRequest {
    paths = List.copyOf(paths);
    dropped = Set.copyOf(dropped);
    if (paths.isEmpty()) {
      throw new TrajectoryException("No paths to load. Name files, folders, globs, or demo.");
    }
    if (limit.orElse(1) < 1 || sample.orElse(1) < 1) {
      throw new TrajectoryException("A limit or sample of rows must be at least 1.");
    }
  }

  public static LoadRequest of(String... paths) {
    return new LoadRequest(
        List.of(paths),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        0,
        false,
        Set.of());
  }

  public LoadRequest withTeacher(String columnOrFile) {
    return new LoadRequest(
        paths, Optional.of(columnOrFile), format, encoding, limit, sample, seed, strict, dropped);
  }

  public LoadRequest withFormat(FileFormat newFormat) {
    return new LoadRequest(
        paths, teacher, Optional.of(newFormat), encoding, limit, sample, seed, strict, dropped);
  }

  public LoadRequest withEncoding(Charset newEncoding) {
    return new LoadRequest(
        paths, teacher, format, Optional.of(newEncoding), limit, sample, seed, strict, dropped);
  }

  public LoadRequest withLimit(int rows) {
    return new LoadRequest(
        paths, teacher, format, encoding, OptionalInt.of(rows), sample, seed, strict, dropped);
  }

  public LoadRequest withSample(int rows, long newSeed) {
    return new LoadRequest(
        paths, teacher, format, encoding, limit, OptionalInt.of(rows), newSeed, strict, dropped);
  }

  public LoadRequest strictly() {
    return new LoadRequest(paths, teacher, format, encoding, limit, sample, seed, true, dropped);
  }

  public LoadRequest dropping(Set<Repetition> repetitions) {
    return new LoadRequest(
        paths, teacher, format, encoding, limit, sample, seed, strict, repetitions);
  }
}
