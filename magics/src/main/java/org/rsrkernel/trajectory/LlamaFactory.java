package org.rsrkernel.trajectory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.format.WholeFile;
import org.rsrkernel.trajectory.layout.LlamaFactoryColumns;
import tech.tablesaw.api.Table;

/**
 * Data sets for LLaMA-Factory: a file of rows and its entry in {@code dataset_info.json}.
 *
 * @see <a href="https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md">the entry's
 *     fields</a>
 */
public final class LlamaFactory {

  private LlamaFactory() {}

  /**
   * Writes {@code NAME.jsonl} into a folder and its entry into the folder's {@code
   * dataset_info.json}, in the place of an entry of that name; other entries stay.
   *
   * @return the file of rows
   * @throws TrajectoryException if the layout cannot express a row, what is there is no JSON
   *     object, or a file cannot be written
   */
  public static Path write(Table table, Path folder, String name, TrainingLayout layout) {
    if (layout == TrainingLayout.AS_LOADED) {
      throw new IllegalArgumentException("an entry describes one layout, so name it");
    }
    Path info = folder.resolve(LlamaFactoryColumns.DATASET_INFO);
    Map<String, Object> entries = entries(info);
    Path rows = folder.resolve(name + ".jsonl");
    TrajectoryWriter.write(table, rows, layout);
    entries.put(name, entry(table, rows.getFileName().toString(), layout));
    byte[] json = MessageJson.writeIndented(entries).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(info, out -> out.write(json));
    return rows;
  }

  private static Map<String, Object> entry(Table table, String file, TrainingLayout layout) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("file_name", file);
    Map<String, Object> columns = new LinkedHashMap<>();
    if (layout == TrainingLayout.ALPACA) {
      columns.put("prompt", "instruction");
      columns.put("query", "input");
      columns.put("response", "output");
      columns.put("system", "system");
      columns.put("history", "history");
    } else {
      boolean shareGpt = layout == TrainingLayout.SHAREGPT;
      entry.put("formatting", "sharegpt");
      columns.put("messages", shareGpt ? "conversations" : "messages");
      if (shareGpt) {
        columns.put("system", "system");
      } else {
        entry.put("tags", roleTags());
      }
      if (table.containsColumn(Columns.TOOLS)) {
        columns.put("tools", Columns.TOOLS);
      }
    }
    entry.put("columns", columns);
    return entry;
  }

  private static Map<String, Object> roleTags() {
    Map<String, Object> tags = new LinkedHashMap<>();
    List.of("role", "content").forEach(field -> tags.put(field + "_tag", field));
    List.of("user", "assistant", "system").forEach(role -> tags.put(role + "_tag", role));
    tags.put("observation_tag", "tool");
    return tags;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> entries(Path info) {
    if (!Files.exists(info)) {
      return new LinkedHashMap<>();
    }
    try {
      if (MessageJson.read(Files.readString(info)) instanceof Map<?, ?> entries) {
        return (Map<String, Object>) entries;
      }
      throw new TrajectoryException("not a JSON object");
    } catch (IOException | TrajectoryException e) {
      throw new TrajectoryException(
          "Cannot add to %s: %s. Nothing was written.".formatted(info, e.getMessage()), e);
    }
  }
}
