package org.rsrkernel.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.trajectory.Message;
import org.rsrkernel.trajectory.Trajectory;

/** Lines of JSON that both sides of a comparison read or write. */
final class BenchmarkFiles {

  private static final JsonMapper JSON = new JsonMapper();

  private BenchmarkFiles() {}

  /** Every row's messages, in order. */
  static void writeRows(List<Trajectory> trajectories, Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (Trajectory trajectory : trajectories) {
        Map<String, Object> row =
            Map.of(
                "messages", trajectory.messages().stream().map(Message::fields).toList(),
                "tools", trajectory.tools());
        lines.write(JSON.writeValueAsString(row));
        lines.newLine();
      }
    }
  }

  /** Every row's ranks and surprisals, in order; empty lists where there are none. */
  static void writeScores(List<ScoredTrajectory> outcomes, Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (ScoredTrajectory outcome : outcomes) {
        lines.write(
            JSON.writeValueAsString(
                outcome
                    .scores()
                    .map(BenchmarkFiles::row)
                    .orElse(Map.of("status", outcome.status()))));
        lines.newLine();
      }
    }
  }

  private static Map<String, Object> row(TokenScores scores) {
    return Map.of(
        "ranks", IntStream.range(0, scores.size()).map(scores::rank).toArray(),
        "surprisals", IntStream.range(0, scores.size()).mapToDouble(scores::surprisal).toArray());
  }
}
