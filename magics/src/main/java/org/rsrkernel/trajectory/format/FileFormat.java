package org.rsrkernel.trajectory.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rsrkernel.trajectory.TrajectoryException;

/** The formats a file of rows can have. */
public enum FileFormat {
  JSONL,
  JSON,
  CSV,
  TSV,
  PARQUET;

  /**
   * The format a user names.
   *
   * @throws TrajectoryException if there is no such format
   */
  public static FileFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TrajectoryException(
                    "Unknown format \"%s\". Formats: %s."
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(FileFormat::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The format that a file's suffix names, a compression's suffix left out.
   *
   * @throws TrajectoryException if it names none
   */
  public static FileFormat ofSuffix(Path file) {
    String suffix = Suffixes.format(file.getFileName().toString());
    return switch (suffix) {
      case ".jsonl", ".ndjson" -> JSONL;
      case ".json" -> JSON;
      case ".csv" -> CSV;
      case ".tsv" -> TSV;
      case ".parquet" -> PARQUET;
      default ->
          throw new TrajectoryException(
              "%s: the suffix \"%s\" names no format. Use .jsonl, .json, .csv, .tsv or .parquet."
                  .formatted(file, suffix));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
