package org.rsrkernel.student.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.StudentFiles;
import org.rsrkernel.student.WeightSource;
import org.rsrkernel.student.weights.ContentDigest;

/** A student in a Hugging Face folder. Everything but the weights is read when it is opened. */
public final class FolderStudentFiles implements StudentFiles {

  private final String name;
  private final JsonNode config;
  private final String tokenizerJson;
  private final Map<String, String> specialTokens;
  private final Optional<String> chatTemplate;
  private final SafetensorsWeights weights;

  private FolderStudentFiles(Path folder, String name) {
    this.name = name;
    this.config = JsonFile.read(folder.resolve("config.json"));
    TokenizerFiles tokenizer = new TokenizerFiles(folder);
    this.tokenizerJson = tokenizer.tokenizerJson();
    this.specialTokens = tokenizer.specialTokens();
    this.chatTemplate = tokenizer.chatTemplate();
    this.weights = WeightFiles.open(folder);
  }

  /**
   * Opens and checks the folder.
   *
   * @throws StudentException if a file is missing, damaged, or of a kind that is not read
   */
  public static FolderStudentFiles open(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return open(folder, String.valueOf(last == null ? folder : last)); // the root has no name
  }

  /** As {@link #open(Path)}, under a name of the caller's choice. */
  public static FolderStudentFiles open(Path folder, String name) {
    Path real;
    try {
      real = folder.toRealPath();
    } catch (IOException e) {
      throw new StudentException("Cannot open the folder " + folder + ": " + e, e);
    }
    JsonFile.checkLink(real.resolve("config.json"));
    if (!Files.exists(real.resolve("config.json"))) {
      throw new StudentException(folder + " is not a student's folder: it has no config.json.");
    }
    return new FolderStudentFiles(real, name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public JsonNode config() {
    return config;
  }

  @Override
  public String tokenizerJson() {
    return tokenizerJson;
  }

  @Override
  public Map<String, String> specialTokens() {
    return specialTokens;
  }

  @Override
  public Optional<String> chatTemplate() {
    return chatTemplate;
  }

  @Override
  public WeightSource weights() {
    return weights;
  }

  @Override
  public String fingerprint() {
    ContentDigest digest = new ContentDigest();
    digest.text(config.toString()).text(tokenizerJson).text(chatTemplate.orElse(""));
    digest.text(new TreeMap<>(specialTokens).toString());
    weights.digest(digest);
    return digest.hex();
  }

  @Override
  public void close() {
    weights.close();
  }
}
