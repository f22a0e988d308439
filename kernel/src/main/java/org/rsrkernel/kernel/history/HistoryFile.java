package org.rsrkernel.kernel.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of cells, one JSON object a line. Kernels that run at the same time append to the same
 * file; each has a session number of its own. Lines that are no entries are skipped.
 */
final class HistoryFile {
  private static final Gson JSON = new Gson();
  private static final int LARGEST_BYTES = 8 << 20;
  private static final int TAIL_BYTES = 64 << 10;

  /** Ends the line by which a session has claimed its number. */
  private static final String CLAIM_END = ",\"line\":0,\"code\":\"\"}";

  private final Path file;
  private final int session;

  private HistoryFile(Path file, int session) {
    this.file = file;
    this.session = session;
  }

  /**
   * Begins a new session. Opening is part of each start of the kernel, so no more is read than it
   * needs. Of a file that has grown beyond 8 MB the older half goes.
   */
  static HistoryFile open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      int session = 1 + lastSession(channel);
      if (channel.size() > LARGEST_BYTES) {
        byte[] kept = wholeLines(channel, LARGEST_BYTES / 2).getBytes(UTF_8);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(kept), 0);
      }
      // Claims the number before another kernel starts.
      byte[] claim = line(new HistoryEntry(session, 0, "")).getBytes(UTF_8);
      channel.write(ByteBuffer.wrap(claim), channel.size());
      assert lock.isValid();
      return new HistoryFile(file, session);
    }
  }

  /** The number that was claimed last is the largest. */
  private static int lastSession(FileChannel channel) throws IOException {
    String tail = wholeLines(channel, TAIL_BYTES);
    int end = tail.lastIndexOf(CLAIM_END);
    if (end >= 0) {
      int start = tail.lastIndexOf('\n', end) + 1;
      Optional<HistoryEntry> claim = parse(tail.substring(start, end + CLAIM_END.length()));
      if (claim.isPresent()) {
        return claim.get().session();
      }
    }
    return entries(wholeLines(channel, channel.size()))
        .mapToInt(HistoryEntry::session)
        .max()
        .orElse(0);
  }

  /** The lines in the last so many bytes, without one that begins before them. */
  private static String wholeLines(FileChannel channel, long bytes) throws IOException {
    long start = Math.max(0, channel.size() - bytes);
    ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - start));
    while (end.hasRemaining() && channel.read(end, start + end.position()) > 0) {}
    String text = new String(end.array(), 0, end.position(), UTF_8);
    return start == 0 ? text : text.substring(text.indexOf('\n') + 1);
  }

  int session() {
    return session;
  }

  Path path() {
    return file;
  }

  /** The cells that other sessions have written so far. */
  List<HistoryEntry> ofOtherSessions() throws IOException {
    String text = new String(Files.readAllBytes(file), UTF_8); // may hold damaged UTF-8
    return entries(text).filter(entry -> entry.line() > 0 && entry.session() != session).toList();
  }

  void append(HistoryEntry entry) throws IOException {
    Files.writeString(
        file, line(entry), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(HistoryEntry entry) {
    return JSON.toJson(entry) + "\n";
  }

  private static Stream<HistoryEntry> entries(String text) {
    return text.lines().flatMap(line -> parse(line).stream());
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
}
