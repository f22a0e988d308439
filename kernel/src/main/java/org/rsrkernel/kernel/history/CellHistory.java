package org.rsrkernel.kernel.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The cells of this session, and those of earlier ones where a file keeps them; the file is read by
 * the first question about them. Of either the last ten thousand are remembered.
 *
 * <p>Thread-safe.
 */
public final class CellHistory {
  private static final int MOST_KEPT = 10_000;
  private static final int MOST_OUTPUTS = 1000;
  private static final int LONGEST_OUTPUT = 10_000;

  private final Optional<HistoryFile> file;
  private final int session;
  private final List<HistoryEntry> entries = new ArrayList<>();
  private final Map<Integer, String> outputs = new LinkedHashMap<>();
  private List<HistoryEntry> earlier;
  private boolean broken;

  private CellHistory(Optional<HistoryFile> file) {
    this.file = file;
    this.session = file.map(HistoryFile::session).orElse(1);
  }

  /** A history that ends with the kernel. */
  public static CellHistory inMemory() {
    return new CellHistory(Optional.empty());
  }

  /** Begins a new session in the file, which is made if there is none. */
  public static CellHistory open(Path file) throws IOException {
    return new CellHistory(Optional.of(HistoryFile.open(file)));
  }

  /** Adds a cell of this session. */
  public synchronized void add(int line, String code) {
    HistoryEntry entry = new HistoryEntry(session, line, code);
    entries.add(entry);
    if (entries.size() > 2 * MOST_KEPT) {
      entries.subList(0, MOST_KEPT).clear();
    }
    if (file.isPresent() && !broken) {
      try {
        file.get().append(entry);
      } catch (IOException e) {
        broken = true; // said once; the cell itself must not fail for it
        System.err.println("The history is not kept from here on: cannot write " + path());
      }
    }
  }

  private Path path() {
    return file.orElseThrow().path();
  }

  /**
   * Adds what a cell of this session has returned, as plain text. The last thousand outputs are
   * remembered, up to ten thousand characters of each, until the kernel ends.
   */
  public synchronized void addOutput(int line, String text) {
    outputs.put(line, text.substring(0, Math.min(text.length(), LONGEST_OUTPUT)));
    if (outputs.size() > MOST_OUTPUTS) {
      outputs.remove(outputs.keySet().iterator().next());
    }
  }

  /** What a cell has returned; empty if it returned nothing, or is not of this session. */
  public synchronized Optional<String> output(HistoryEntry cell) {
    return Optional.ofNullable(outputs.get(cell.line())).filter(text -> cell.session() == session);
  }

  /** The last {@code count} cells, oldest first. */
  public synchronized List<HistoryEntry> tail(int count) {
    return last(cells(), count);
  }

  /**
   * Cells {@code start} to {@code stop} (exclusive; 0 and less count from the end of the session).
   *
   * @param ofSession a session's number; 0 is this one, -1 the one before it
   */
  public synchronized List<HistoryEntry> range(int ofSession, int start, int stop) {
    int wanted = ofSession > 0 ? ofSession : session + ofSession;
    List<HistoryEntry> all = cells().stream().filter(cell -> cell.session() == wanted).toList();
    int last = all.stream().mapToInt(HistoryEntry::line).max().orElse(0);
    int end = stop > 0 ? stop : last + 1 + stop;
    return all.stream().filter(cell -> cell.line() >= start && cell.line() < end).toList();
  }

  /**
   * Cells that match a pattern as a whole, oldest first.
   *
   * @param glob {@code *} is any text, {@code ?} any character
   * @param count how many of the last matches
   * @param unique whether of equal cells only the last is kept
   */
  public synchronized List<HistoryEntry> search(String glob, int count, boolean unique) {
    Pattern pattern =
        Pattern.compile(
            "\\Q"
                + glob.replace("\\E", "\\E\\\\E\\Q")
                    .replace("*", "\\E.*\\Q")
                    .replace("?", "\\E.\\Q")
                + "\\E",
            Pattern.DOTALL);
    List<HistoryEntry> matches =
        cells().stream().filter(cell -> pattern.matcher(cell.code()).matches()).toList();
    if (unique) {
      Map<String, HistoryEntry> lastOfEach = new LinkedHashMap<>();
      for (HistoryEntry cell : matches) {
        lastOfEach.remove(cell.code());
        lastOfEach.put(cell.code(), cell);
      }
      matches = List.copyOf(lastOfEach.values());
    }
    return last(matches, count);
  }

  private List<HistoryEntry> cells() {
    if (earlier == null) {
      earlier = file.map(this::readEarlier).orElse(List.of());
    }
    return Stream.concat(earlier.stream(), entries.stream()).toList();
  }

  private List<HistoryEntry> readEarlier(HistoryFile from) {
    try {
      return List.copyOf(last(from.ofOtherSessions(), MOST_KEPT));
    } catch (IOException e) {
      System.err.println("Earlier cells are not known: cannot read " + path());
      return List.of();
    }
  }

  private static List<HistoryEntry> last(List<HistoryEntry> all, int count) {
    return all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size());
  }
}
