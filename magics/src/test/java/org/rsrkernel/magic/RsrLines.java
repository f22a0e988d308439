package org.rsrkernel.magic;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.ScoreColumns;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.library.RsrHome;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Runs lines of {@code %rsr} in a notebook in memory. */
final class RsrLines implements AutoCloseable {

  final RecordingNotebook notebook = new RecordingNotebook();
  final RsrSession session;
  private final RsrCommandLine commandLine;

  RsrLines(Path home) {
    session = new RsrSession(notebook, new RsrHome(home));
    commandLine = new RsrCommandLine(session);
  }

  /** The value of {@code %rsr line}, its words separated by single spaces. */
  Object run(String line) throws Exception {
    return new RsrMagic(commandLine, session).execute(words(line));
  }

  Object runCell(String line, String body) throws Exception {
    return new RsrMagic(commandLine, session).execute(words(line), body);
  }

  RsrMagicSupport support() {
    return new RsrMagicSupport(commandLine, session);
  }

  List<String> completions(String line) {
    return support().complete(line, line.length()).stream().map(each -> each.text()).toList();
  }

  /**
   * Declares the variable {@code scored}: two teachers with two trajectories each, one of them
   * without a response. Their token scores are in the session.
   */
  Table declareScored() {
    StringColumn keys = StringColumn.create(ScoreColumns.SCORE_KEY);
    for (int row = 0; row < 4; row++) {
      keys.append(row == 3 ? "" : keep(row));
    }
    Table scored =
        Table.create(
            "scored",
            StringColumn.create("id", "q1", "q2", "q1", "q2"),
            StringColumn.create("teacher", "terse", "terse", "wordy", "wordy"),
            StringColumn.create("question", "1+1?", "2+2?", "1+1?", "2+2?"),
            IntColumn.create(ScoreColumns.TOKENS, new Integer[] {3, 4, 5, null}),
            DoubleColumn.create(ScoreColumns.AVERAGE_RANK, new Double[] {2.0, 2.5, 3.0, null}),
            DoubleColumn.create(ScoreColumns.AVERAGE_SURPRISAL, new Double[] {1.0, 1.0, 1.0, null}),
            DoubleColumn.create(ScoreColumns.RSR, new Double[] {2.0, 2.5, 3.0, null}),
            StringColumn.create(ScoreColumns.STATUS, "ok", "ok", "ok", "no_response"),
            keys);
    notebook.declare("scored", scored);
    return scored;
  }

  /** Keeps the scores of a response of {@code row + 3} tokens of the ranks 1, 2, 3, …. */
  private String keep(int row) {
    int size = row + 3;
    float[] ones = new float[size];
    Arrays.fill(ones, 1f);
    ScoreKey key = new ScoreKey("%032x".formatted(row + 1));
    session
        .scores()
        .keepAll(
            java.util.Map.of(
                key,
                new TokenScores(
                    new int[size + 1],
                    IntStream.rangeClosed(1, size).toArray(),
                    IntStream.rangeClosed(1, size).toArray(),
                    ones,
                    ones,
                    ones)));
    return key.value();
  }

  @Override
  public void close() {
    session.close();
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(" "));
  }
}
