package org.rsrkernel.student.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small Hugging Face folders for tests. */
record StudentFolder(Path path) {

  static final String TOKENIZER =
      """
      {"version": "1.0", "added_tokens": [], "normalizer": null, "pre_tokenizer": null,
       "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": [["a", "b"]]}}
      """;

  /** A folder with everything but weights. */
  static StudentFolder in(Path path) {
    return new StudentFolder(path)
        .with("config.json", "{\"model_type\": \"llama\", \"hidden_size\": 2}")
        .with("tokenizer.json", TOKENIZER);
  }

  StudentFolder with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  StudentFolder with(String name, byte[] bytes) {
    try {
      Files.createDirectories(path.resolve(name).getParent());
      Files.deleteIfExists(path.resolve(name)); // overwriting would wait for the disk
      Files.write(path.resolve(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A safetensors file: the length of the header, the header, the data. */
  static byte[] safetensors(String header, byte... data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(length.putLong(json.length).array());
    file.writeBytes(json);
    file.writeBytes(data);
    return file.toByteArray();
  }

  /** One tensor of two bfloat16 values, 1 and -2. */
  static byte[] oneTensor(String name) {
    String header = "{\"%s\": {\"dtype\": \"BF16\", \"shape\": [2], \"data_offsets\": [0, 4]}}";
    return safetensors(header.formatted(name), (byte) 0x80, (byte) 0x3f, (byte) 0, (byte) 0xc0);
  }
}
