package org.rsrkernel.student.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes small GGUF files for tests, correct ones and damaged ones. */
final class Gguf {

  private static final int ALIGNMENT = 32;

  private final ByteArrayOutputStream pairs = new ByteArrayOutputStream();
  private final ByteArrayOutputStream table = new ByteArrayOutputStream();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private int pairCount;
  private int tensorCount;

  /** A file of the architecture with a vocabulary of three tokens. */
  static Gguf of(String architecture) {
    return new Gguf()
        .text("general.architecture", architecture)
        .integer(architecture + ".attention.head_count", 2)
        .integer(architecture + ".attention.head_count_kv", 1)
        .text("tokenizer.ggml.model", "gpt2")
        .texts("tokenizer.ggml.tokens", List.of("a", "b", "ab"))
        .texts("tokenizer.ggml.merges", List.of("a b"));
  }

  static Gguf empty() {
    return new Gguf();
  }

  Gguf text(String key, String value) {
    pair(key, 8);
    string(pairs, value);
    return this;
  }

  Gguf integer(String key, int value) {
    pair(key, 4);
    write(pairs, Integer.BYTES, value);
    return this;
  }

  Gguf texts(String key, List<String> values) {
    pair(key, 9);
    write(pairs, Integer.BYTES, 8);
    write(pairs, Long.BYTES, values.size());
    values.forEach(value -> string(pairs, value));
    return this;
  }

  /** A float32 tensor. */
  Gguf tensor(String name, long[] shape, float... values) {
    int offset = data.size();
    for (float value : values) {
      write(data, Integer.BYTES, Float.floatToRawIntBits(value));
    }
    while (data.size() % ALIGNMENT != 0) {
      data.write(0);
    }
    return entry(name, shape, 0, offset);
  }

  /** An entry of the table alone, as it is given. */
  Gguf entry(String name, long[] shape, int type, long offset) {
    string(table, name);
    write(table, Integer.BYTES, shape.length);
    for (int i = shape.length - 1; i >= 0; i--) {
      write(table, Long.BYTES, shape[i]);
    }
    write(table, Integer.BYTES, type);
    write(table, Long.BYTES, offset);
    tensorCount++;
    return this;
  }

  byte[] bytes() {
    return bytes(3, tensorCount, pairCount);
  }

  /** The file with a header of the caller's choice. */
  byte[] bytes(int version, long tensors, long metadataPairs) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    write(file, Integer.BYTES, version);
    write(file, Long.BYTES, tensors);
    write(file, Long.BYTES, metadataPairs);
    file.writeBytes(pairs.toByteArray());
    file.writeBytes(table.toByteArray());
    while (file.size() % ALIGNMENT != 0) {
      file.write(0);
    }
    file.writeBytes(data.toByteArray());
    return file.toByteArray();
  }

  Path in(Path folder) {
    return write(folder, bytes());
  }

  static Path write(Path folder, byte[] bytes) {
    try {
      Path file = folder.resolve("student.gguf");
      Files.deleteIfExists(file); // overwriting would wait for the disk
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pair(String key, int type) {
    string(pairs, key);
    write(pairs, Integer.BYTES, type);
    pairCount++;
  }

  private static void string(ByteArrayOutputStream to, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(to, Long.BYTES, bytes.length);
    to.writeBytes(bytes);
  }

  private static void write(ByteArrayOutputStream to, int bytes, long value) {
    ByteBuffer little = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    to.write(little.putLong(0, value).array(), 0, bytes);
  }
}
