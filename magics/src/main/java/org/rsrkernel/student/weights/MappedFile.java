package org.rsrkernel.student.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.student.StudentException;

/**
 * A file mapped into memory, of any size. Thread-safe; an interrupt does not close it, as it would
 * a channel.
 */
public final class MappedFile implements AutoCloseable {

  private static final int SEGMENT_BITS = 30; // 1 GiB; one mapping of Java's ends at 2 GiB

  private final Path path;
  private final long size;
  private volatile List<ByteBuffer> segments;

  private MappedFile(Path path, long size, List<ByteBuffer> segments) {
    this.path = path;
    this.size = size;
    this.segments = segments;
  }

  /** Maps the file. No byte is read yet. */
  public static MappedFile open(Path path) {
    try (FileChannel channel = FileChannel.open(path)) {
      long size = channel.size();
      List<ByteBuffer> segments = new ArrayList<>();
      for (long start = 0; start < size; start += 1L << SEGMENT_BITS) {
        long length = Math.min(size - start, 1L << SEGMENT_BITS);
        segments.add(channel.map(MapMode.READ_ONLY, start, length));
      }
      return new MappedFile(path, size, List.copyOf(segments));
    } catch (IOException e) {
      throw new StudentException("Cannot read " + path + ": " + e, e);
    }
  }

  public Path path() {
    return path;
  }

  /** Bytes in the file. */
  public long size() {
    return size;
  }

  /** Copies {@code length} bytes at {@code offset} into the start of {@code target}. */
  public void read(long offset, byte[] target, int length) {
    if (offset < 0 || length < 0 || offset > size - length) {
      throw new StudentException(
          "%s ends at byte %d, but bytes %d to %d are needed. Fetch the file again."
              .formatted(path, size, offset, offset + length));
    }
    List<ByteBuffer> mapped = segments;
    if (mapped.isEmpty() && length > 0) {
      throw new IllegalStateException(path + " is closed");
    }
    try {
      int done = 0;
      while (done < length) {
        long at = offset + done;
        ByteBuffer segment = mapped.get((int) (at >>> SEGMENT_BITS));
        int start = (int) (at & ((1 << SEGMENT_BITS) - 1));
        int count = Math.min(length - done, segment.limit() - start);
        segment.get(start, target, done, count);
        done += count;
      }
    } catch (InternalError e) { // what a JVM throws when the file was cut short under the mapping
      throw new StudentException(path + " was changed while it was read. Load it again.", e);
    }
  }

  /** Lets go of the mapping; the memory is released when the last reader is done with it. */
  @Override
  public void close() {
    segments = List.of();
  }
}
