package org.rsrkernel.student.folder;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.rsrkernel.student.StudentException;

/** JSON objects in a student's folder. A name that appears twice in one object is an error. */
final class JsonFile {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Pattern ADVICE_TO_PROGRAMMERS =
      Pattern.compile(", from `[^`]*`|: enable `.*| \\(start marker.*", Pattern.DOTALL);
  private static final long MAX_BYTES = 256L << 20; // ten times the largest tokenizer.json

  private JsonFile() {}

  /** The object that the file holds. */
  static ObjectNode read(Path file) {
    return parse(text(file), file.toString());
  }

  /** The object in a text that came from {@code where}. */
  static ObjectNode parse(String text, String where) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new StudentException(where + " should hold a JSON object, but does not.");
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new StudentException(
          where + line + ": not valid JSON: " + plain(e.getOriginalMessage()) + ".", e);
    }
  }

  private static String plain(String message) {
    return ADVICE_TO_PROGRAMMERS.matcher(message).replaceAll("");
  }

  /** Fails if the file is a link to nothing or to itself, instead of taking it for missing. */
  static void checkLink(Path file) {
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      throw new StudentException(file + " is a link that leads nowhere. Fetch the file again.");
    }
  }

  /** A file of text, if it is of a size that a text can be. */
  static String text(Path file) {
    checkLink(file);
    if (!Files.isRegularFile(file)) { // reading a pipe or a device might never end
      throw new StudentException("Cannot read " + file + ": it is not there, or no plain file.");
    }
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        throw new StudentException(
            "%s has %d bytes; more than %d cannot be read as text."
                .formatted(file, bytes, MAX_BYTES));
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new StudentException("Cannot read " + file + ": it is not text in UTF-8.", e);
    } catch (IOException e) {
      throw new StudentException("Cannot read " + file + ": " + e, e);
    }
  }
}
