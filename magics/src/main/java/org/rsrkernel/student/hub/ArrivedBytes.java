package org.rsrkernel.student.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which bytes of a file have arrived, in whatever order. For one thread at a time. */
final class ArrivedBytes {

  /** From the start of each stretch to its end; stretches do not touch. */
  private final NavigableMap<Long, Long> stretches = new TreeMap<>();

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @param size of the whole file
   * @throws IllegalArgumentException if the text does not name stretches of such a file
   */
  static ArrivedBytes parse(String text, long size) {
    ArrivedBytes arrived = new ArrivedBytes();
    for (String line : text.lines().toList()) {
      String[] ends = line.split(" ", 2);
      ByteRange stretch = new ByteRange(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
      if (stretch.end() > size) {
        throw new IllegalArgumentException(line + " is beyond the file's " + size + " bytes");
      }
      arrived.add(stretch);
    }
    return arrived;
  }

  void add(ByteRange range) {
    long start = range.start();
    long end = range.end();
    Map.Entry<Long, Long> near = stretches.floorEntry(end);
    while (near != null && near.getValue() >= start) {
      start = Math.min(start, near.getKey());
      end = Math.max(end, near.getValue());
      stretches.remove(near.getKey());
      near = stretches.floorEntry(end);
    }
    stretches.put(start, end);
  }

  long count() {
    return stretches.entrySet().stream().mapToLong(e -> e.getValue() - e.getKey()).sum();
  }

  /** What lacks of the first {@code size} bytes, in ranges of at most {@code longest} bytes. */
  List<ByteRange> missing(long size, long longest) {
    List<ByteRange> missing = new ArrayList<>();
    long end = 0;
    for (Map.Entry<Long, Long> stretch : stretches.entrySet()) {
      addSplit(missing, end, stretch.getKey(), longest);
      end = stretch.getValue();
    }
    addSplit(missing, end, size, longest);
    return missing;
  }

  /** A line for each stretch: its start and its end. */
  @Override
  public String toString() {
    return stretches.entrySet().stream()
        .map(stretch -> stretch.getKey() + " " + stretch.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static void addSplit(List<ByteRange> ranges, long start, long end, long longest) {
    for (long at = start; at < end; at += longest) {
      ranges.add(new ByteRange(at, Math.min(at + longest, end)));
    }
  }
}
