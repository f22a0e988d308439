package org.rsrkernel.student.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Function;
import org.rsrkernel.student.StudentException;

/**
 * A file that is read at any place. Thread-safe; an interrupt does not close it, as it would a
 * channel.
 *
 * <p>It is read, not mapped: pages of a mapped file count as this process's memory, and a file that
 * is cut short under a mapping ends the process. Who maps it nevertheless asks {@link
 * #checkUnchanged} before touching the mapping.
 */
public final class WeightFile implements AutoCloseable {

  private final Path path;
  private final long size;
  private final BasicFileAttributes whenOpened;
  private final RandomAccessFile file;

  private WeightFile(Path path, long size, BasicFileAttributes whenOpened, RandomAccessFile file) {
    this.path = path;
    this.size = size;
    this.whenOpened = whenOpened;
    this.file = file;
  }

  /** Opens the file and returns what a reader makes of it, which owns it; closed if that fails. */
  public static <T> T open(Path path, Function<WeightFile, T> reader) {
    WeightFile file = open(path);
    try {
      return reader.apply(file);
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  @SuppressWarnings("resource") // the result closes it
  private static WeightFile open(Path path) {
    if (!Files.isRegularFile(path)) { // reading a pipe or a device might never end
      throw new StudentException("Cannot read " + path + ": it is not there, or no plain file.");
    }
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
      return new WeightFile(path, file.length(), attributes(path), file);
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
    try {
      synchronized (file) {
        file.seek(offset);
        file.readFully(target, 0, length);
      }
    } catch (EOFException e) {
      throw new StudentException(path + " was changed while it was read. Load it again.", e);
    } catch (IOException e) {
      throw new StudentException("Cannot read " + path + ": " + e, e);
    }
  }

  /**
   * Fails if the file has been written to since it was opened. A file that another took the place
   * of is still there unchanged for those who have it open.
   */
  public void checkUnchanged() {
    try {
      boolean shorter = file.length() < size;
      BasicFileAttributes now = Files.exists(path) ? attributes(path) : whenOpened;
      boolean same = Objects.equals(now.fileKey(), whenOpened.fileKey());
      if (shorter || (same && !now.lastModifiedTime().equals(whenOpened.lastModifiedTime()))) {
        throw new StudentException(
            "%s was written to while its student is in use. Load the student again."
                .formatted(path));
      }
    } catch (IOException e) {
      throw new StudentException("Cannot read " + path + ": " + e, e);
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }

  /** Later reads fail. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new StudentException("Cannot close " + path + ": " + e, e);
    }
  }
}
