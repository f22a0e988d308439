package org.rsrkernel.student.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.weights.WeightFile;

/**
 * One safetensors file, its header checked: tensors lie one behind the other and fill the file.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class SafetensorsFile implements AutoCloseable {

  private static final long MAX_HEADER_BYTES = 100_000_000; // the format's own limit
  private static final int MAX_DIMENSIONS = 8;

  private final WeightFile file;
  private final Map<String, SafetensorsEntry> entries;

  private SafetensorsFile(WeightFile file, Map<String, SafetensorsEntry> entries) {
    this.file = file;
    this.entries = entries;
  }

  static SafetensorsFile open(Path path) {
    return WeightFile.open(path, file -> read(path, file));
  }

  private static SafetensorsFile read(Path path, WeightFile file) {
    if (file.size() < Long.BYTES) {
      throw malformed(path, "it has only " + file.size() + " bytes");
    }
    byte[] length = new byte[Long.BYTES];
    file.read(0, length, Long.BYTES);
    long headerBytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (headerBytes < 2 || headerBytes > Math.min(MAX_HEADER_BYTES, file.size() - Long.BYTES)) {
      throw malformed(
          path,
          "its header should have %s bytes, but the file has %d"
              .formatted(Long.toUnsignedString(headerBytes), file.size()));
    }
    byte[] header = new byte[(int) headerBytes];
    file.read(Long.BYTES, header, header.length);
    ObjectNode table =
        JsonFile.parse(new String(header, StandardCharsets.UTF_8), path + " (header)");
    long dataStart = Long.BYTES + headerBytes;
    Map<String, SafetensorsEntry> entries = new LinkedHashMap<>();
    table
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("__metadata__")) {
                entries.put(
                    field.getKey(), entry(path, field.getKey(), field.getValue(), dataStart));
              }
            });
    checkPlaces(path, entries, dataStart, file.size());
    return new SafetensorsFile(file, entries);
  }

  WeightFile file() {
    return file;
  }

  /** The tensors by name. */
  Map<String, SafetensorsEntry> entries() {
    return entries;
  }

  @Override
  public void close() {
    file.close();
  }

  private static SafetensorsEntry entry(Path path, String name, JsonNode json, long dataStart) {
    JsonNode offsets = json.path("data_offsets");
    JsonNode shape = json.path("shape");
    if (!json.path("dtype").isTextual()
        || !shape.isArray()
        || shape.size() > MAX_DIMENSIONS
        || offsets.size() != 2
        || !offsets.get(0).canConvertToLong()
        || !offsets.get(1).canConvertToLong()) {
      throw malformed(path, "tensor '" + name + "' needs dtype, shape and two data_offsets");
    }
    List<Long> dimensions = new ArrayList<>();
    long values = 1;
    for (JsonNode dimension : shape) {
      if (!dimension.isIntegralNumber()
          || !dimension.canConvertToLong()
          || dimension.longValue() < 0
          || Math.multiplyHigh(values, dimension.longValue()) != 0
          || values * dimension.longValue() < 0) {
        throw malformed(path, "tensor '" + name + "' has the shape " + shape);
      }
      dimensions.add(dimension.longValue());
      values *= dimension.longValue();
    }
    long begin = offsets.get(0).longValue();
    long end = offsets.get(1).longValue();
    if (begin < 0 || end < begin || end > Long.MAX_VALUE - dataStart) {
      throw malformed(path, "tensor '" + name + "' has the data_offsets " + offsets);
    }
    SafetensorsEntry entry =
        new SafetensorsEntry(
            name, json.path("dtype").asText(), dimensions, dataStart + begin, end - begin);
    if (entry.type().isPresent() && values * entry.type().get().bytes() != entry.bytes()) {
      throw malformed(
          path,
          "tensor '%s' of shape %s and dtype %s has %d bytes"
              .formatted(name, shape, entry.dtype(), entry.bytes()));
    }
    return entry;
  }

  private static void checkPlaces(
      Path path, Map<String, SafetensorsEntry> entries, long dataStart, long fileBytes) {
    List<SafetensorsEntry> inFile = new ArrayList<>(entries.values());
    inFile.sort(
        Comparator.comparingLong(SafetensorsEntry::offset)
            .thenComparingLong(SafetensorsEntry::bytes));
    long end = dataStart;
    for (SafetensorsEntry entry : inFile) {
      if (entry.offset() != end) {
        throw malformed(
            path,
            "tensor '%s' begins at byte %d, but the one before it ends at %d"
                .formatted(entry.name(), entry.offset(), end));
      }
      end += entry.bytes();
      if (end > fileBytes) {
        throw malformed(
            path,
            "tensor '%s' ends at byte %d, but the file has %d"
                .formatted(entry.name(), end, fileBytes));
      }
    }
    if (end != fileBytes) {
      throw malformed(path, "its tensors end at byte %d of %d".formatted(end, fileBytes));
    }
  }

  private static StudentException malformed(Path path, String what) {
    return new StudentException(
        path + " is not a valid safetensors file: " + what + ". Fetch the file again.");
  }
}
