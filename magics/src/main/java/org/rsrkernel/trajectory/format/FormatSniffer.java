package org.rsrkernel.trajectory.format;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.rsrkernel.trajectory.TrajectoryException;

/** Tells a file's format by its first bytes and its name. */
final class FormatSniffer {

  private static final Map<String, String> OTHER_FORMATS =
      Map.of(
          "version https://git-lfs",
              "a pointer to a file in Git LFS; fetch the file itself with git lfs pull",
          "<", "a web page or XML",
          "PK\003\004", "a zip archive or spreadsheet; unpack it, or save it as CSV",
          "SQLite format 3", "an SQLite database; export the table as CSV",
          "ARROW1", "an Arrow file; save it with to_parquet",
          "GGUF", "the weights of a model",
          "%PDF", "a PDF",
          "\211HDF", "an HDF5 file; save it with to_parquet");

  private static final String DELIMITER_FOLLOWS = "sep=";

  private FormatSniffer() {}

  /**
   * The format of a file.
   *
   * @param head the first bytes in UTF-8, at most a few thousand
   * @throws TrajectoryException if it is none of those that are read
   */
  static FileFormat formatOf(String name, byte[] head) {
    String suffix = Suffixes.format(name);
    String start = new String(head, StandardCharsets.ISO_8859_1);
    refuseOtherFormats(name, head, start);
    String text = start.stripLeading();
    boolean lines = suffix.equals(".jsonl") || suffix.equals(".ndjson");
    if (text.startsWith("[") && !(lines && isListALine(text))) {
      return FileFormat.JSON;
    }
    if (lines) {
      return FileFormat.JSONL;
    }
    if (text.startsWith("{")) {
      return isOneObject(text, suffix) ? FileFormat.JSON : FileFormat.JSONL;
    }
    return switch (suffix) {
      case ".csv" -> FileFormat.CSV;
      case ".tsv" -> FileFormat.TSV;
      case ".json" -> FileFormat.JSONL;
      default ->
          throw new TrajectoryException(
              "%s: expected JSON, JSONL, CSV, TSV or Parquet; found %s. Name the format if it is one of these."
                  .formatted(name, head.length == 0 ? "an empty file" : Excerpt.of(head)));
    };
  }

  /** The comma, semicolon or tab, whichever the header has most of. */
  static char delimiterOf(byte[] head) {
    String header = firstLine(new String(head, StandardCharsets.ISO_8859_1));
    if (saysDelimiter(header)) {
      return header.charAt(DELIMITER_FOLLOWS.length());
    }
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  /** Whether a first line is Excel's {@code sep=;} before the header. */
  static boolean saysDelimiter(String line) {
    return line.startsWith(DELIMITER_FOLLOWS)
        && line.strip().length() == DELIMITER_FOLLOWS.length() + 1;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static void refuseOtherFormats(String name, byte[] head, String start) {
    for (Map.Entry<String, String> other : OTHER_FORMATS.entrySet()) {
      if (start.startsWith(other.getKey())) {
        throw new TrajectoryException(
            "%s: expected JSON, JSONL, CSV, TSV or Parquet; found %s, first bytes %s."
                .formatted(name, other.getValue(), Excerpt.of(head)));
      }
    }
  }

  /** Whether every line is a list by itself, rather than the file one list. */
  private static boolean isListALine(String text) {
    String first = firstLine(text).strip();
    return first.endsWith("]") && first.length() > 2;
  }

  /** Whether an object goes over several lines, or is alone and has rows inside. */
  private static boolean isOneObject(String text, String suffix) {
    String first = firstLine(text).strip();
    boolean anotherFollows = text.substring(firstLine(text).length()).strip().startsWith("{");
    return first.endsWith("}")
        ? !anotherFollows && wrapsRows(text)
        : suffix.equals(".json") || wrapsRows(text);
  }

  private static boolean wrapsRows(String text) {
    return WrappedRows.bytesBefore(text.getBytes(StandardCharsets.ISO_8859_1)).isPresent();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
