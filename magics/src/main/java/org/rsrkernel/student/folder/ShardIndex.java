package org.rsrkernel.student.folder;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rsrkernel.student.StudentException;

/** The file that says in which shard each tensor is. */
public final class ShardIndex {

  /** Its name in every folder and repository. */
  public static final String FILE = "model.safetensors.index.json";

  private ShardIndex() {}

  /**
   * The names of the tensors in each shard, by the shard's file name.
   *
   * @throws StudentException also if a name could lead out of the folder
   */
  public static Map<String, Set<String>> read(Path index) {
    JsonNode places = JsonFile.read(index).path("weight_map");
    if (!places.isObject() || places.isEmpty()) {
      throw new StudentException(index + " has no 'weight_map' that says where tensors are.");
    }
    Map<String, Set<String>> shards = new TreeMap<>();
    places
        .properties()
        .forEach(
            place -> {
              String shard = place.getValue().asText();
              if (!shard.matches("[\\w.-]+\\.safetensors")) {
                throw new StudentException(
                    "%s places tensor '%s' in '%s', which is not the name of a safetensors file in this folder."
                        .formatted(index, place.getKey(), shard));
              }
              shards.computeIfAbsent(shard, name -> new TreeSet<>()).add(place.getKey());
            });
    return shards;
  }
}
