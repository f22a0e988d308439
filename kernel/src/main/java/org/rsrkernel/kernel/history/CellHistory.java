package org.rsrkernel.kernel.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cells of this session and of earlier ones, kept in a file of one JSON object a line. Kernels
 * that run at the same time append to the same file; each has a session number of its own.
 *
 * <p>Thread-safe.
 */
public final class CellHistory {
  private static final Gson JSON = new Gson();
  private static final int MOST_KEPT = 10_000;
  private static final int MOST_OUTPUTS = 1000;
  private static final int LONGEST_OUTPUT = 10_000;

  private final Optional<Path> file;
  private final List<HistoryEntry> entries;
  private final int session;
  private final Map<Integer, String> outputs = new LinkedHashMap<>();
  private boolean broken;

  private CellHistory(Optional<Path> file, List<HistoryEntry> entries, int session) {
    this.file = file;
    this.entries = entries;
    this.session = session;
  }

  /** A history that ends with the kernel. */
  public static CellHistory inMemory() {
    return new CellHistory(Optional.empty(), new ArrayList<>(), 1);
  }

  /**
   * Opens the file and begins a new session. Lines that are no entries are skipped; the oldest are
   * dropped when there are more than ten thousand.
   */
  public static CellHistory open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      List<HistoryEntry> entries = read(file);
      int session = 1 + entries.stream().mapToInt(HistoryEntry::session).max().orElse(0);
      if (entries.size() > 2 * MOST_KEPT) {
        entries = new ArrayList<>(entries.subList(entries.size() - MOST_KEPT, entries.size()));
        channel.truncate(0);
        write(channel, entries);
      }
      // An entry without code claims the session number before another kernel starts.
      write(channel, List.of(new HistoryEntry(session, 0, "")));
      assert lock.isValid();
      return new CellHistory(Optional.of(file), entries, session);
    }
  }

  private static void write(FileChannel channel, List<HistoryEntry> added) throws IOException {
    StringBuilder lines = new StringBuilder();
    added.forEach(entry -> lines.append(JSON.toJson(entry)).append('\n'));
    channel.position(channel.size());
    channel.write(ByteBuffer.wrap(lines.toString().getBytes(UTF_8)));
  }

  private static List<HistoryEntry> read(Path file) throws IOException {
    List<HistoryEntry> entries = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        parse(line).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private static Optional<HistoryEntry> parse(String line) {
    try {
      Map<?, ?> fields = JSON.fromJson(line, Map.class);
      return fields != null
              && fields.get("session") instanceof Double session
              && fields.get("line") instanceof Double number
              && fields.get("code") instanceof String code
          ? Optional.of(new HistoryEntry(session.intValue(), number.intValue(), code))
          : Optional.empty();
    } catch (JsonParseException damaged) {
      return Optional.empty();
    }
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
        String text = JSON.toJson(entry) + "\n";
        Files.writeString(
            file.get(), text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        broken = true; // said once; the cell itself must not fail for it
        System.err.println("The history is not kept from here on: cannot write " + file.get());
      }
    }
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
    return entries.stream().filter(entry -> entry.line() > 0).toList();
  }

  private static List<HistoryEntry> last(List<HistoryEntry> all, int count) {
    return all.subList(Math.max(0, all.size() - Math.max(0, count)), all.size());
  }
}
