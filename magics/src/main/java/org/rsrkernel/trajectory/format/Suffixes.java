package org.rsrkernel.trajectory.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** File name suffixes of the formats that are read. */
final class Suffixes {

  static final List<String> FORMATS =
      List.of(".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet");

  static final List<String> COMPRESSIONS = List.of(".gz", ".zst");

  /** What sharding tools append: {@code train-00000-of-00002}. */
  private static final Pattern SHARD = Pattern.compile("-\\d{5}-of-\\d{5}$");

  private Suffixes() {}

  static boolean isReadable(String fileName) {
    return FORMATS.contains(format(fileName));
  }

  /** The suffix that names the format, in lower case, a compression's suffix left out. */
  static String format(String fileName) {
    String name = withoutCompression(fileName.toLowerCase(Locale.ROOT));
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  static String stem(String fileName) {
    String name = withoutCompression(fileName);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 && isReadable(name) ? name.substring(0, dot) : name;
    return SHARD.matcher(stem).replaceFirst("");
  }

  private static String withoutCompression(String name) {
    for (String suffix : COMPRESSIONS) {
      if (name.toLowerCase(Locale.ROOT).endsWith(suffix)) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }
}
