package org.rsrkernel.student.gguf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.weights.WeightFile;

/** A GGUF file's header, checked: every tensor lies inside the file and none overlaps another. */
final class GgufFile implements AutoCloseable {

  private static final int MAGIC = 0x46554747; // "GGUF"
  private static final long DEFAULT_ALIGNMENT = 32;
  private static final int MAX_DIMENSIONS = 4;
  private static final int LEAST_PAIR_BYTES = 8 + 4 + 1; // an empty key, a type, a byte
  private static final int LEAST_TENSOR_BYTES = 8 + 4 + 8 + 4 + 8; // no name, one dimension

  private final WeightFile file;
  private final GgufMetadata metadata;
  private final Map<String, GgufTensor> tensors;

  private GgufFile(WeightFile file, GgufMetadata metadata, Map<String, GgufTensor> tensors) {
    this.file = file;
    this.metadata = metadata;
    this.tensors = tensors;
  }

  static GgufFile open(Path path) {
    return WeightFile.open(path, file -> read(path, file));
  }

  private static GgufFile read(Path path, WeightFile file) {
    GgufCursor cursor = new GgufCursor(file);
    if (file.size() < 24 || cursor.readInt() != MAGIC) {
      throw new StudentException(
          path + " is not a GGUF file: it does not begin with the bytes 'GGUF'.");
    }
    int version = cursor.readInt();
    if (version != 2 && version != 3) {
      throw new StudentException(
          "%s is GGUF version %s; versions 2 and 3 (little-endian) are read. Convert it anew with llama.cpp."
              .formatted(path, Integer.toUnsignedString(version)));
    }
    int tensorCount = cursor.readCount("tensors", 1);
    int pairCount = cursor.readCount("metadata pairs", LEAST_PAIR_BYTES);
    GgufMetadata metadata = new GgufMetadata(path, readPairs(cursor, pairCount));
    List<GgufTensor> table = readTable(cursor, tensorCount, metadata);
    return new GgufFile(file, metadata, check(table, file, cursor));
  }

  GgufMetadata metadata() {
    return metadata;
  }

  /** The tensors by the file's own names, in its order. */
  Map<String, GgufTensor> tensors() {
    return tensors;
  }

  WeightFile file() {
    return file;
  }

  @Override
  public void close() {
    file.close();
  }

  private static Map<String, Object> readPairs(GgufCursor cursor, int count) {
    Map<String, Object> pairs = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String key = cursor.readString("a metadata key");
      GgufValueType type = GgufValueType.next(cursor, key);
      if (pairs.put(key, type.read(cursor, key)) != null) {
        throw cursor.malformed("metadata '" + key + "' appears twice");
      }
    }
    return pairs;
  }

  private static List<GgufTensor> readTable(GgufCursor cursor, int count, GgufMetadata metadata) {
    if (count > cursor.remaining() / LEAST_TENSOR_BYTES) {
      throw cursor.malformed("it announces " + count + " tensors, more than its size allows");
    }
    List<GgufTensor> relative = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      relative.add(readTensor(cursor, metadata.path()));
    }
    long alignment = metadata.integer("general.alignment").orElse(DEFAULT_ALIGNMENT);
    if (alignment < 8 || alignment > 1 << 20 || alignment % 8 != 0) {
      throw cursor.malformed("general.alignment is " + alignment);
    }
    long dataStart = (cursor.position() + alignment - 1) / alignment * alignment;
    List<GgufTensor> table = new ArrayList<>();
    for (GgufTensor tensor : relative) {
      if (tensor.offset() < 0
          || tensor.offset() % alignment != 0
          || tensor.offset() > Long.MAX_VALUE - dataStart) {
        throw cursor.malformed(
            "tensor '%s' begins at offset %s, which is no multiple of %d"
                .formatted(tensor.name(), Long.toUnsignedString(tensor.offset()), alignment));
      }
      table.add(
          new GgufTensor(
              tensor.name(), tensor.shape(), tensor.type(), dataStart + tensor.offset()));
    }
    return table;
  }

  private static GgufTensor readTensor(GgufCursor cursor, Path path) {
    String name = cursor.readString("a tensor's name");
    int dimensions = cursor.readInt();
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw cursor.malformed(
          "tensor '%s' has %s dimensions".formatted(name, Integer.toUnsignedString(dimensions)));
    }
    Long[] shape = new Long[dimensions];
    long values = 1;
    for (int i = dimensions - 1; i >= 0; i--) { // stored innermost first
      shape[i] = cursor.readLong();
      if (shape[i] < 1 || Math.multiplyHigh(values, shape[i]) != 0 || values * shape[i] < 0) {
        throw cursor.malformed(
            "tensor '%s' has a dimension of %s".formatted(name, Long.toUnsignedString(shape[i])));
      }
      values *= shape[i];
    }
    GgufType type = GgufType.of(cursor.readInt(), name, path.toString());
    if (shape[dimensions - 1] % type.blockValues() != 0) {
      throw cursor.malformed(
          "the rows of tensor '%s' have %d values, not whole blocks of %d as %s has"
              .formatted(name, shape[dimensions - 1], type.blockValues(), type));
    }
    return new GgufTensor(name, List.of(shape), type, cursor.readLong());
  }

  private static Map<String, GgufTensor> check(
      List<GgufTensor> table, WeightFile file, GgufCursor cursor) {
    Map<String, GgufTensor> byName = new LinkedHashMap<>();
    for (GgufTensor tensor : table) {
      if (byName.put(tensor.name(), tensor) != null) {
        throw cursor.malformed("tensor '" + tensor.name() + "' appears twice");
      }
      if (tensor.values() / tensor.type().blockValues() > file.size()
          || tensor.offset() > file.size() - tensor.bytes()) {
        throw cursor.malformed(
            "tensor '%s' needs bytes up to %d, but the file has %d"
                .formatted(tensor.name(), tensor.offset() + tensor.bytes(), file.size()));
      }
    }
    List<GgufTensor> inFile = new ArrayList<>(table);
    inFile.sort(Comparator.comparingLong(GgufTensor::offset));
    for (int i = 1; i < inFile.size(); i++) {
      GgufTensor before = inFile.get(i - 1);
      GgufTensor tensor = inFile.get(i);
      if (before.offset() + before.bytes() > tensor.offset()) {
        throw cursor.malformed(
            "tensors '%s' and '%s' overlap".formatted(before.name(), tensor.name()));
      }
    }
    return byName;
  }
}
