package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.rsrkernel.trajectory.TrajectoryException;

/** The rows of one file, its format told by its content first and its name second. */
public final class FileRows implements RowSource {

  private final CountingStream counter;
  private final RecordBytes bytes;
  private final Records records;
  private final FileFormat format;

  private FileRows(CountingStream counter, RecordBytes bytes, Records records, FileFormat format) {
    this.counter = counter;
    this.bytes = bytes;
    this.records = records;
    this.format = format;
  }

  /**
   * Opens a file.
   *
   * @param asked the format, if the user named one
   * @param encoding the encoding, if the user named one; else told by the first bytes
   * @throws TrajectoryException if the file cannot be opened or holds no rows of text
   */
  public static RowSource open(
      InputFile file, Optional<FileFormat> asked, Optional<Charset> encoding) {
    if (asked.equals(Optional.of(FileFormat.PARQUET)) || startsAsParquet(file)) {
      return new ParquetRows(file);
    }
    try {
      CountingStream counter = new CountingStream(file.open());
      try {
        return open(file, counter, asked, encoding);
      } catch (IOException | RuntimeException e) {
        counter.close();
        throw e;
      }
    } catch (IOException e) {
      throw new TrajectoryException("Cannot read " + file.name() + ": " + e.getMessage(), e);
    }
  }

  private static RowSource open(
      InputFile file,
      CountingStream counter,
      Optional<FileFormat> asked,
      Optional<Charset> encoding)
      throws IOException {
    InputStream content = TextBytes.decompressed(counter);
    PushbackInputStream text = CarriageReturns.asLineFeeds(TextBytes.utf8(content, encoding));
    byte[] head = TextBytes.peek(text);
    FileFormat format = asked.orElseGet(() -> FormatSniffer.formatOf(file.name(), head));
    RecordBytes bytes = new RecordBytes(text);
    return new FileRows(counter, bytes, records(file.name(), format, bytes, head), format);
  }

  private static boolean startsAsParquet(InputFile file) {
    try (InputStream in = file.open()) {
      return TextBytes.startsWith(in.readNBytes(4), 'P', 'A', 'R', '1');
    } catch (IOException e) {
      throw new TrajectoryException("Cannot read " + file.name() + ": " + e.getMessage(), e);
    }
  }

  private static Records records(String name, FileFormat format, RecordBytes bytes, byte[] head) {
    return switch (format) {
      case JSONL -> new JsonLines(name, bytes);
      case JSON -> new JsonElements(name, bytes, head);
      case CSV -> new DelimitedRecords(name, bytes, FormatSniffer.delimiterOf(head));
      case TSV -> new DelimitedRecords(name, bytes, '\t');
      case PARQUET ->
          throw new TrajectoryException(name + " is not a Parquet file: found " + Excerpt.of(head));
    };
  }

  public FileFormat format() {
    return format;
  }

  @Override
  public Optional<Row> next() throws IOException, BrokenRowException {
    try {
      return records.next();
    } catch (IOException e) {
      throw new IOException("broken in line %,d: %s".formatted(bytes.line(), e.getMessage()), e);
    }
  }

  @Override
  public boolean haveSameFields() {
    return format == FileFormat.CSV || format == FileFormat.TSV;
  }

  @Override
  public long bytesRead() {
    return counter.count();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
