package org.rsrkernel.trajectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tech.tablesaw.api.Table;

/** Files that a test writes into a folder of its own, and loads. */
record TrajectoryFiles(Path folder) {

  static final String ROW =
      """
      {"id": "p1", "teacher": "terse", "messages": [{"role": "user", "content": "2+2?"}, \
      {"role": "assistant", "content": "4"}], "answer": 4, "correct": true, "steps": 1}
      """;

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Table load(Path path) {
    return Trajectories.load(LoadRequest.of(path.toString())).table();
  }
}
