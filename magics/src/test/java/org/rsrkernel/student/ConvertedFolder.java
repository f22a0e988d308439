package org.rsrkernel.student;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.rsrkernel.student.StoredTensor.StoredType;

/** Writes any student as a Hugging Face folder, its weights in one plain type. */
public final class ConvertedFolder {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PIECE = 1 << 20; // values read at once, about

  private ConvertedFolder() {}

  /** Writes config, tokenizer, template and weights; bfloat16 is rounded to the nearest. */
  public static Path write(StudentFiles files, StoredType type, Path folder) throws IOException {
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve("config.json").toFile(), files.config());
    Files.writeString(folder.resolve("tokenizer.json"), files.tokenizerJson());
    Map<String, String> tokenizerConfig = new LinkedHashMap<>(files.specialTokens());
    files.chatTemplate().ifPresent(template -> tokenizerConfig.put("chat_template", template));
    JSON.writeValue(folder.resolve("tokenizer_config.json").toFile(), tokenizerConfig);
    writeWeights(files.weights(), type, folder.resolve("model.safetensors"));
    return folder;
  }

  private static void writeWeights(WeightSource weights, StoredType type, Path file)
      throws IOException {
    List<String> names = weights.names().stream().sorted().toList();
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] header = header(weights, names, type);
      out.write(buffer(Long.BYTES).putLong(header.length).flip());
      out.write(ByteBuffer.wrap(header));
      for (String name : names) {
        long[] shape = weights.shape(name);
        long width = shape[shape.length - 1];
        long rows = LongStream.of(shape).reduce(1, Math::multiplyExact) / width;
        long rowsAtOnce = Math.max(1, PIECE / width);
        for (long row = 0; row < rows; row += rowsAtOnce) {
          FloatBuffer values =
              FloatBuffer.allocate((int) (Math.min(rowsAtOnce, rows - row) * width));
          weights.read(name, row, values);
          out.write(stored(values.flip(), type));
        }
      }
    }
  }

  private static byte[] header(WeightSource weights, List<String> names, StoredType type)
      throws IOException {
    Map<String, Object> header = new LinkedHashMap<>();
    long start = 0;
    for (String name : names) {
      long[] shape = weights.shape(name);
      long end = start + LongStream.of(shape).reduce(type.bytes(), Math::multiplyExact);
      String dtype = type == StoredType.FLOAT32 ? "F32" : "BF16";
      header.put(
          name, Map.of("dtype", dtype, "shape", shape, "data_offsets", new long[] {start, end}));
      start = end;
    }
    byte[] json = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    byte[] aligned = Arrays.copyOf(json, (json.length + 7) / 8 * 8); // so that values can be mapped
    Arrays.fill(aligned, json.length, aligned.length, (byte) ' ');
    return aligned;
  }

  private static ByteBuffer stored(FloatBuffer values, StoredType type) {
    ByteBuffer bytes = buffer(values.remaining() * type.bytes());
    while (values.hasRemaining()) {
      if (type == StoredType.FLOAT32) {
        bytes.putFloat(values.get());
      } else {
        int bits = Float.floatToIntBits(values.get());
        bytes.putShort((short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16)); // ties to even
      }
    }
    return bytes.flip();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
