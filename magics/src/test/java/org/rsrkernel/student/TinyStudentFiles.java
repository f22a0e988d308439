package org.rsrkernel.student;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.student.StoredTensor.StoredType;

/** A student of the test resources: configuration and weights without a tokenizer. */
public final class TinyStudentFiles implements StudentFiles, WeightSource {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final JsonNode config;
  private final JsonNode header;
  private final long dataStart;

  private TinyStudentFiles(Path folder, JsonNode config) throws IOException {
    this.folder = folder;
    this.config = config;
    try (RandomAccessFile file = new RandomAccessFile(weightFile().toFile(), "r")) {
      int length = (int) Long.reverseBytes(file.readLong());
      byte[] text = new byte[length];
      file.readFully(text);
      this.header = JSON.readTree(new String(text, StandardCharsets.UTF_8));
      this.dataStart = 8L + length;
    }
  }

  public static TinyStudentFiles of(String name) {
    Path folder = Path.of("src", "test", "resources", "students", name);
    try {
      return new TinyStudentFiles(folder, JSON.readTree(folder.resolve("config.json").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode expected() {
    try {
      return JSON.readTree(folder.resolve("expected.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path weightFile() {
    return folder.resolve("model.safetensors");
  }

  @Override
  public String name() {
    return folder.getFileName().toString();
  }

  @Override
  public JsonNode config() {
    return config;
  }

  @Override
  public WeightSource weights() {
    return this;
  }

  @Override
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Iterator<String> fields = header.fieldNames(); fields.hasNext(); ) {
      names.add(fields.next());
    }
    names.remove("__metadata__");
    return names;
  }

  @Override
  public long[] shape(String name) {
    JsonNode shape = header.get(name).get("shape");
    long[] sizes = new long[shape.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = shape.get(i).longValue();
    }
    return sizes;
  }

  @Override
  public Optional<StoredTensor> stored(String name) {
    JsonNode offsets = header.get(name).get("data_offsets");
    long start = offsets.get(0).longValue();
    StoredType type =
        switch (header.get(name).get("dtype").textValue().toUpperCase(Locale.ROOT)) {
          case "F32" -> StoredType.FLOAT32;
          case "F16" -> StoredType.FLOAT16;
          default -> StoredType.BFLOAT16;
        };
    return Optional.of(
        new StoredTensor(
            weightFile(), dataStart + start, offsets.get(1).longValue() - start, type));
  }

  @Override
  public void read(String name, long firstRow, FloatBuffer target) {
    StoredTensor stored = stored(name).orElseThrow();
    long[] shape = shape(name);
    long rowBytes = shape[shape.length - 1] * stored.type().bytes();
    byte[] bytes = new byte[target.remaining() * stored.type().bytes()];
    try (RandomAccessFile file = new RandomAccessFile(stored.file().toFile(), "r")) {
      file.seek(stored.offset() + firstRow * rowBytes);
      file.readFully(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (target.hasRemaining()) {
      target.put(
          stored.type() == StoredType.FLOAT32
              ? values.getFloat()
              : Float.intBitsToFloat(values.getShort() << 16));
    }
  }

  @Override
  public String tokenizerJson() {
    throw new UnsupportedOperationException("tiny students have no tokenizer");
  }

  @Override
  public Map<String, String> specialTokens() {
    return Map.of();
  }

  @Override
  public Optional<String> chatTemplate() {
    return Optional.empty();
  }

  @Override
  public String fingerprint() {
    return name();
  }

  @Override
  public void close() {}
}
