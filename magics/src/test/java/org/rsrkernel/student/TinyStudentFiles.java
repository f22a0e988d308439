package org.rsrkernel.student;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rsrkernel.student.StoredTensor.StoredType;

/** A student of the test resources: configuration and weights without a tokenizer, to be broken. */
public final class TinyStudentFiles implements StudentFiles, WeightSource {

  /** Passes get their token ids from the fixtures; conversations are not what is tested here. */
  private static final String WORD_TOKENIZER =
      """
      {"version": "1.0", "added_tokens": [], "pre_tokenizer": {"type": "Whitespace"},
       "model": {"type": "WordLevel", "vocab": {"<unk>": 0}, "unk_token": "<unk>"}}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("src", "test", "resources", "students");
  private static final Map<String, StoredType> TYPES =
      Map.of("F32", StoredType.FLOAT32, "F16", StoredType.FLOAT16, "BF16", StoredType.BFLOAT16);

  private final Path folder;
  private final ObjectNode config;
  private final JsonNode header;
  private final long dataStart;
  private final Set<String> absent = new LinkedHashSet<>();
  private boolean mappable = true;
  private String zeroed = "";
  private String prefix = "";

  private TinyStudentFiles(Path folder) throws IOException {
    this.folder = folder;
    this.config = (ObjectNode) JSON.readTree(folder.resolve("config.json").toFile());
    try (RandomAccessFile file = new RandomAccessFile(weightFile().toFile(), "r")) {
      byte[] text = new byte[(int) Long.reverseBytes(file.readLong())];
      file.readFully(text);
      this.header = JSON.readTree(text);
      this.dataStart = file.getFilePointer();
    }
    absent.add("__metadata__");
  }

  /** Names of all there are. */
  public static List<String> all() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TinyStudentFiles of(String name) {
    try {
      return new TinyStudentFiles(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tensors can be read, not mapped. */
  public TinyStudentFiles unmappable() {
    mappable = false;
    return this;
  }

  /** A tensor of zeros. */
  public TinyStudentFiles zeroing(String tensor) {
    zeroed = tensor;
    return unmappable();
  }

  public TinyStudentFiles without(String tensor) {
    absent.add(tensor);
    return this;
  }

  /** Names that begin with the prefix lose it. */
  public TinyStudentFiles leavingOut(String start) {
    prefix = start;
    return this;
  }

  /** What transformers makes of it. */
  public JsonNode expected() {
    try {
      return JSON.readTree(folder.resolve("expected.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return folder.getFileName().toString();
  }

  @Override
  public ObjectNode config() {
    return config;
  }

  @Override
  public WeightSource weights() {
    return this;
  }

  @Override
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    header.fieldNames().forEachRemaining(names::add);
    names.removeAll(absent);
    return names.stream()
        .map(name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name)
        .collect(Collectors.toSet());
  }

  @Override
  public long[] shape(String name) {
    JsonNode shape = entry(name).get("shape");
    long[] sizes = new long[shape.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = shape.get(i).longValue();
    }
    return sizes;
  }

  @Override
  public Optional<StoredType> type(String name) {
    return Optional.of(place(name).type());
  }

  @Override
  public Optional<StoredTensor> stored(String name) {
    return mappable ? Optional.of(place(name)) : Optional.empty();
  }

  @Override
  public void read(String name, long firstRow, FloatBuffer target) {
    StoredTensor stored = place(name);
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
      float value = next(values, stored.type());
      target.put(name.equals(zeroed) ? 0 : value);
    }
  }

  @Override
  public void checkUnchanged() {}

  private static float next(ByteBuffer values, StoredType type) {
    return switch (type) {
      case FLOAT32 -> values.getFloat();
      case BFLOAT16 -> Float.intBitsToFloat(values.getShort() << 16);
      case FLOAT16 -> half(values.getShort());
    };
  }

  private static float half(short bits) {
    int exponent = bits >> 10 & 31;
    int fraction = bits & 1023;
    double size =
        exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.pow(2, exponent - 25);
    return (float) (bits < 0 ? -size : size);
  }

  private StoredTensor place(String name) {
    JsonNode offsets = entry(name).get("data_offsets");
    long start = offsets.get(0).longValue();
    StoredType type = TYPES.get(entry(name).get("dtype").textValue());
    return new StoredTensor(
        weightFile(), dataStart + start, offsets.get(1).longValue() - start, type);
  }

  private JsonNode entry(String name) {
    return header.has(name) ? header.get(name) : header.get(prefix + name);
  }

  private Path weightFile() {
    return folder.resolve("model.safetensors");
  }

  @Override
  public String tokenizerJson() {
    return WORD_TOKENIZER;
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
