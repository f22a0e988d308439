package org.rsrkernel.trajectory.format;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.rsrkernel.trajectory.TrajectoryException;

/** Files written whole or not at all: beside their place first, then moved into it in one step. */
public final class WholeFile {

  private WholeFile() {}

  /** Writes to a file's bytes. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Makes the file at a path. */
  @FunctionalInterface
  public interface Maker {
    void make(Path path) throws IOException;
  }

  /**
   * Writes {@code target}, compressed if its name ends in {@code .gz} or {@code .zst}; missing
   * folders are made.
   *
   * @throws TrajectoryException if that fails; what was there before is then unchanged
   */
  public static void write(Path target, Content content) {
    make(
        target,
        path -> {
          try (OutputStream out =
              compressed(target, new BufferedOutputStream(Files.newOutputStream(path), 1 << 16))) {
            content.writeTo(out);
          }
        });
  }

  /** As {@link #write}, by a maker that needs the path itself. */
  public static void make(Path target, Maker maker) {
    Path folder = target.toAbsolutePath().getParent();
    Path unfinished = null;
    try {
      Files.createDirectories(folder);
      unfinished = Files.createTempFile(folder, "." + target.getFileName() + ".", ".unfinished");
      maker.make(unfinished);
      moveInto(unfinished, target);
    } catch (IOException e) {
      throw new TrajectoryException(
          "Cannot write %s: %s. Nothing was changed there.".formatted(target, reason(e)), e);
    } finally {
      deleteIfLeft(unfinished);
    }
  }

  private static OutputStream compressed(Path target, OutputStream out) throws IOException {
    String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(out, 1 << 16);
    }
    return name.endsWith(".zst") ? new ZstdOutputStream(out) : out;
  }

  private static void moveInto(Path unfinished, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "no permission"
        : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void deleteIfLeft(Path unfinished) {
    if (unfinished != null) {
      try {
        Files.deleteIfExists(unfinished);
      } catch (IOException e) {
        unfinished.toFile().deleteOnExit();
      }
    }
  }
}
