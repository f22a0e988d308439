package org.rsrkernel.scoring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.ChildJvm;
import org.rsrkernel.student.TinyTextStudent;

/** Starts {@link ScoringProcess}es that share a student and a cache. */
final class ScoringProcesses {

  private final Path folder;
  private final Path student;

  ScoringProcesses(Path folder) throws IOException {
    this.folder = folder;
    this.student = TinyTextStudent.write("llama", folder.resolve("student"));
  }

  /**
   * Starts one.
   *
   * @param halfWay a shell command that it runs as its child once some batches are done
   * @param table where its table of scores goes
   */
  Running start(Path cache, String table, String halfWay) throws IOException {
    Files.deleteIfExists(folder.resolve(table));
    ProcessBuilder process =
        ChildJvm.of(
            ScoringProcess.class,
            student.toString(),
            cache.toString(),
            folder.resolve(table).toString(),
            halfWay);
    return new Running(process.start(), folder.resolve(table));
  }

  /** One that runs or ran. */
  record Running(Process process, Path tableFile) {

    /** Reads on until a line that begins so. */
    void awaitLine(String beginning) throws IOException {
      List<String> said = new ArrayList<>();
      BufferedReader lines = lines();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(beginning)) {
          return;
        }
        said.add(line);
      }
      throw new IOException("the process ended with: " + String.join("\n", said));
    }

    /** What it says until it ends. */
    String output() throws IOException, InterruptedException {
      String output = String.join("\n", lines().lines().toList());
      process.waitFor();
      return output;
    }

    /** The table that it wrote; empty if it did not come to that. */
    List<String> table() throws IOException {
      return Files.exists(tableFile) ? Files.readAllLines(tableFile) : List.of();
    }

    private BufferedReader lines() {
      return new BufferedReader(
          new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
