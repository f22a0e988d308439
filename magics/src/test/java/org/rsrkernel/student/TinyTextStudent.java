package org.rsrkernel.student;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tiny student of the test resources with a tokenizer: a whole folder. */
public final class TinyTextStudent {

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Path STUDENTS = RESOURCES.resolve("students");
  private static final JsonMapper JSON = new JsonMapper();

  private TinyTextStudent() {}

  /** Writes the folder of one that reads printable ASCII; other characters are all the same. */
  public static Path write(String name, Path folder) throws IOException {
    copy(STUDENTS.resolve(name), List.of("config.json", "model.safetensors"), folder);
    return Files.writeString(folder.resolve("tokenizer.json"), tokenizer()).getParent();
  }

  /** Writes the folder of one that reads any text, by a trained tokenizer and ChatML turns. */
  public static Path writeWithTrainedTokenizer(String name, Path folder) throws IOException {
    copy(STUDENTS.resolve(name), List.of("config.json", "model.safetensors"), folder);
    copy(
        RESOURCES.resolve("tiny-tokenizer"),
        List.of("tokenizer.json", "tokenizer_config.json"),
        folder);
    return folder;
  }

  private static void copy(Path source, List<String> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : files) {
      Files.write(folder.resolve(file), Files.readAllBytes(source.resolve(file)));
    }
  }

  /** The same student, unable to think of a character: its embedding is not a number. */
  public static Path writeUnfitFor(char character, String name, Path folder) throws IOException {
    write(name, folder);
    Path weights = folder.resolve("model.safetensors");
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(weights)).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = (int) bytes.getLong(0);
    byte[] header = new byte[headerLength];
    bytes.get(Long.BYTES, header);
    var embedding = JSON.readTree(header).get("model.embed_tokens.weight");
    int start = Long.BYTES + headerLength + embedding.get("data_offsets").get(0).intValue();
    int rowBytes = embedding.get("shape").get(1).intValue() * Float.BYTES;
    bytes.putFloat(start + id(character) * rowBytes, Float.NaN);
    Files.write(weights, bytes.array());
    return folder;
  }

  private static int id(char character) {
    return character - ' ' + 1;
  }

  private static String tokenizer() throws JsonProcessingException {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    vocabulary.put("<unk>", 0);
    for (char character = ' '; character <= '~'; character++) {
      vocabulary.put(String.valueOf(character), id(character));
    }
    return JSON.writeValueAsString(
        Map.of(
            "version", "1.0",
            "added_tokens", List.of(),
            "pre_tokenizer",
                Map.of(
                    "type",
                    "Split",
                    "pattern",
                    Map.of("Regex", "[\\s\\S]"),
                    "behavior",
                    "Isolated",
                    "invert",
                    false),
            "model", Map.of("type", "WordLevel", "vocab", vocabulary, "unk_token", "<unk>")));
  }
}
