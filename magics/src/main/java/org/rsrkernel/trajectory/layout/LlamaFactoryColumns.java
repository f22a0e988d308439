package org.rsrkernel.trajectory.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.TrajectoryException;
import org.rsrkernel.trajectory.format.InputFile;
import org.rsrkernel.trajectory.format.Row;
import org.rsrkernel.trajectory.format.RowValue;

/**
 * What the fields of a file's rows are called, as the {@code dataset_info.json} beside it says.
 *
 * @see <a href="https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md">LLaMA-Factory's
 *     description</a>
 */
public final class LlamaFactoryColumns {

  /** The file in which LLaMA-Factory describes the data sets of a folder. */
  public static final String DATASET_INFO = "dataset_info.json";

  private static final long LONGEST_DESCRIPTION = 16 << 20;

  private static final Map<String, String> ALPACA =
      Map.of("prompt", "instruction", "query", "input", "response", "output");

  private static final String MESSAGES = "conversations";

  private final String name;
  private final Map<String, String> knownNames; // by the row's own names
  private final ShareGptTags tags;

  private LlamaFactoryColumns(String name, Map<String, String> knownNames, ShareGptTags tags) {
    this.name = name;
    this.knownNames = knownNames;
    this.tags = tags;
  }

  /**
   * The description of a file, if there is one. A {@code dataset_info.json} that is no JSON, or is
   * another tool's, describes nothing.
   */
  public static Optional<LlamaFactoryColumns> of(InputFile file) {
    Optional<Path> folder = file.path().map(path -> path.toAbsolutePath().getParent());
    if (folder.isEmpty() || !(description(folder.get()) instanceof Map<?, ?> entries)) {
      return Optional.empty();
    }
    String fileName = file.path().get().getFileName().toString();
    return entries.entrySet().stream()
        .filter(
            entry ->
                entry.getValue() instanceof Map<?, ?> fields
                    && fileName.equals(fields.get("file_name")))
        .findFirst()
        .map(entry -> of((String) entry.getKey(), (Map<?, ?>) entry.getValue()));
  }

  private static Object description(Path folder) {
    Path info = folder.resolve(DATASET_INFO);
    try {
      return Files.isRegularFile(info) && Files.size(info) <= LONGEST_DESCRIPTION
          ? MessageJson.read(Files.readString(info))
          : null;
    } catch (IOException | TrajectoryException notJson) {
      return null;
    }
  }

  private static LlamaFactoryColumns of(String name, Map<?, ?> entry) {
    boolean shareGpt = "sharegpt".equals(entry.get("formatting"));
    Map<String, String> knownNames = new LinkedHashMap<>();
    if (entry.get("columns") instanceof Map<?, ?> columns) {
      columns.forEach((role, own) -> knownNames.put(String.valueOf(own), known(role, shareGpt)));
    }
    return new LlamaFactoryColumns(
        name, knownNames, ShareGptTags.of(entry.get("tags") instanceof Map<?, ?> t ? t : Map.of()));
  }

  /** The name under which rows without a description have that field. */
  private static String known(Object role, boolean shareGpt) {
    return shareGpt
        ? role.equals("messages") ? MESSAGES : (String) role
        : ALPACA.getOrDefault(role, (String) role);
  }

  /** The data set's name. */
  public String name() {
    return name;
  }

  /** The row with the fields and roles under the names that every row has them under. */
  public Row apply(Row row) {
    Map<String, RowValue> fields = new LinkedHashMap<>();
    row.fields().forEach((own, value) -> fields.put(knownNames.getOrDefault(own, own), value));
    knownNames.forEach((own, known) -> putMapped(fields, known, row.get(own)));
    return new Row(row.place(), fields);
  }

  /** Last, since another field may have the known name already. */
  private void putMapped(Map<String, RowValue> fields, String known, RowValue value) {
    if (!value.isNull()) {
      fields.put(known, known.equals(MESSAGES) ? tags.toShareGpt(value) : value);
    }
  }
}
