package org.rsrkernel.student.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.student.StudentException;

/** The files around a folder's tokenizer. */
final class TokenizerFiles {

  private static final List<String> SPECIAL_TOKENS =
      List.of(
          "bos_token",
          "eos_token",
          "unk_token",
          "sep_token",
          "pad_token",
          "cls_token",
          "mask_token");

  private final Path folder;
  private final JsonNode tokenizerConfig;

  TokenizerFiles(Path folder) {
    this.folder = folder;
    this.tokenizerConfig = optionalJson("tokenizer_config.json");
  }

  String tokenizerJson() {
    Path file = folder.resolve("tokenizer.json");
    JsonFile.checkLink(file);
    if (Files.exists(file)) {
      return JsonFile.text(file);
    }
    if (Files.exists(folder.resolve("tokenizer.model"))) {
      throw new StudentException(
          folder
              + " has tokenizer.model but no tokenizer.json. Make one in Python:"
              + " AutoTokenizer.from_pretrained(folder).save_pretrained(folder).");
    }
    throw new StudentException(folder + " has no tokenizer.json.");
  }

  /** Named special tokens; {@code special_tokens_map.json} fills in what the config leaves out. */
  Map<String, String> specialTokens() {
    JsonNode map = optionalJson("special_tokens_map.json");
    Map<String, String> tokens = new LinkedHashMap<>();
    for (String name : SPECIAL_TOKENS) {
      token(tokenizerConfig.path(name))
          .or(() -> token(map.path(name)))
          .ifPresent(token -> tokens.put(name, token));
    }
    return Map.copyOf(tokens);
  }

  /** {@code chat_template.jinja}, or what {@code tokenizer_config.json} says. */
  Optional<String> chatTemplate() {
    Path file = folder.resolve("chat_template.jinja");
    if (Files.exists(file)) {
      return Optional.of(JsonFile.text(file));
    }
    JsonNode template = tokenizerConfig.path("chat_template");
    if (template.isTextual()) {
      return Optional.of(template.asText());
    }
    for (JsonNode named : template) {
      if (named.path("name").asText().equals("default") && named.path("template").isTextual()) {
        return Optional.of(named.path("template").asText());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> token(JsonNode node) {
    JsonNode content = node.isObject() ? node.path("content") : node;
    return content.isTextual() ? Optional.of(content.asText()) : Optional.empty();
  }

  private JsonNode optionalJson(String name) {
    Path file = folder.resolve(name);
    return Files.exists(file) ? JsonFile.read(file) : JsonNodeFactory.instance.objectNode();
  }
}
