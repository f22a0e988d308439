package org.rsrkernel.student.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that arrives in several places at once. A second file beside it says which bytes are
 * there, so that a later process goes on from them. Thread-safe.
 *
 * <p>It is not the {@code .incomplete} file of Hugging Face's own tools, since they take all bytes
 * of that for arrived; but what such a file holds is taken over.
 */
final class PartialFile implements AutoCloseable {

  private static final long BYTES_BETWEEN_NOTES = 8 << 20;

  private final Path file;
  private final Path note;
  private final long size;
  private final FileChannel channel;
  private ArrivedBytes arrived;
  private long bytesSinceNote;

  private PartialFile(Path file, Path note, long size) throws IOException {
    this.file = file;
    this.note = note;
    this.size = size;
    this.arrived = readNote(note, size);
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /**
   * Opens what has arrived of a blob, if anything has.
   *
   * @param blob where the whole file will be
   * @param size of the whole file, in bytes
   */
  static PartialFile of(Path blob, long size) throws IOException {
    Path file = sibling(blob, ".ranges");
    Path note = sibling(blob, ".ranges.arrived");
    Path incomplete = sibling(blob, ".incomplete");
    if (!Files.exists(file)) {
      Files.deleteIfExists(note);
      if (Files.exists(incomplete)) {
        ArrivedBytes begun = new ArrivedBytes();
        begun.add(new ByteRange(0, Math.min(Files.size(incomplete), size)));
        Files.writeString(note, begun.toString());
        Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return new PartialFile(file, note, size);
  }

  synchronized long arrivedBytes() {
    return arrived.count();
  }

  /** What has not arrived, in ranges of at most {@code longest} bytes. */
  synchronized List<ByteRange> missing(long longest) {
    return arrived.missing(size, longest);
  }

  /** Writes what has arrived from byte {@code position} on. */
  void write(long position, ByteBuffer bytes) throws IOException {
    ByteRange range = new ByteRange(position, position + bytes.remaining());
    try {
      for (long at = position; bytes.hasRemaining(); ) {
        at += channel.write(bytes, at);
      }
      noteArrival(range);
    } catch (ClosedChannelException | FileSystemException e) {
      throw e;
    } catch (IOException e) { // a full disk; not to be taken for a failing network
      FileSystemException failed = new FileSystemException(file.toString(), null, e.getMessage());
      failed.initCause(e);
      throw failed;
    }
  }

  /** Whether the file is the one that the Hub described. */
  boolean matches(RemoteFile remote) throws IOException {
    channel.truncate(size);
    return ContentCheck.matches(file, remote);
  }

  /** Ends the file's arrival: it becomes the blob. */
  void moveTo(Path blob) throws IOException {
    channel.close();
    Files.move(file, blob, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(note);
  }

  /** Forgets and deletes what has arrived. */
  synchronized void discard() throws IOException {
    arrived = new ArrivedBytes();
    channel.close();
    Files.deleteIfExists(note);
    Files.deleteIfExists(file);
  }

  /** Leaves what has arrived to a later try. */
  @Override
  public synchronized void close() throws IOException {
    channel.close();
    if (Files.exists(file)) {
      writeNote();
    }
  }

  private synchronized void noteArrival(ByteRange range) throws IOException {
    arrived.add(range);
    bytesSinceNote += range.length();
    if (bytesSinceNote >= BYTES_BETWEEN_NOTES) {
      writeNote();
      bytesSinceNote = 0;
    }
  }

  private void writeNote() throws IOException {
    Path next = note.resolveSibling(note.getFileName() + ".next");
    Files.writeString(next, arrived.toString());
    Files.move(next, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A note that cannot be understood says that nothing is there. */
  private static ArrivedBytes readNote(Path note, long size) throws IOException {
    try {
      return Files.exists(note)
          ? ArrivedBytes.parse(Files.readString(note), size)
          : new ArrivedBytes();
    } catch (CharacterCodingException | RuntimeException e) {
      return new ArrivedBytes();
    }
  }

  private static Path sibling(Path blob, String ending) {
    return blob.resolveSibling(blob.getFileName() + ending);
  }
}
