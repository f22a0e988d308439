package org.rsrkernel.student.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rsrkernel.student.StudentException;

/** Finds a folder's weights: one file, or the shards that an index lists. */
final class WeightFiles {

  private static final String SINGLE = "model.safetensors";

  private WeightFiles() {}

  static SafetensorsWeights open(Path folder) {
    JsonFile.checkLink(folder.resolve(SINGLE));
    JsonFile.checkLink(folder.resolve(ShardIndex.FILE));
    if (Files.exists(folder.resolve(SINGLE))) {
      return new SafetensorsWeights(
          folder.toString(), List.of(SafetensorsFile.open(folder.resolve(SINGLE))));
    }
    if (Files.exists(folder.resolve(ShardIndex.FILE))) {
      return openShards(folder);
    }
    throw new StudentException(folder + " holds no weights: " + remedy(folder));
  }

  private static SafetensorsWeights openShards(Path folder) {
    Map<String, Set<String>> shards = ShardIndex.read(folder.resolve(ShardIndex.FILE));
    List<String> missing =
        shards.keySet().stream().filter(name -> !Files.exists(folder.resolve(name))).toList();
    if (!missing.isEmpty()) {
      throw new StudentException(
          "%s lacks %d of %d weight files: %s. Fetch them too."
              .formatted(folder, missing.size(), shards.size(), String.join(", ", missing)));
    }
    List<SafetensorsFile> files = new ArrayList<>();
    try {
      shards.forEach(
          (name, tensors) -> {
            SafetensorsFile file = SafetensorsFile.open(folder.resolve(name));
            files.add(file);
            checkHolds(file, tensors);
          });
      return new SafetensorsWeights(folder.toString(), files);
    } catch (RuntimeException | Error e) {
      files.forEach(SafetensorsFile::close);
      throw e;
    }
  }

  private static void checkHolds(SafetensorsFile file, Set<String> tensors) {
    for (String tensor : tensors) {
      if (!file.entries().containsKey(tensor)) {
        throw new StudentException(
            "%s: the index places tensor '%s' here, but it is not."
                .formatted(file.file().path(), tensor));
      }
    }
  }

  private static String remedy(Path folder) {
    List<String> names = names(folder);
    for (String name : names) {
      if (name.matches(".+\\.(bin|pt|pth|ckpt|pkl)")) {
        return name
            + " is a pickle, which runs code when it is opened. Convert it in Python, where you"
            + " trust it: AutoModelForCausalLM.from_pretrained(folder).save_pretrained(folder,"
            + " safe_serialization=True).";
      }
    }
    for (String name : names) {
      if (name.endsWith(".gguf")) {
        return "name the GGUF file itself: " + folder.resolve(name) + ".";
      }
    }
    return "neither " + SINGLE + " nor " + ShardIndex.FILE + " is there.";
  }

  private static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException e) {
      throw new StudentException("Cannot read " + folder + ": " + e, e);
    }
    names.sort(null);
    return names;
  }
}
