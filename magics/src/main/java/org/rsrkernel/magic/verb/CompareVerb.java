package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.List;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.SharedQuestions;
import org.rsrkernel.metric.TeacherRanking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.Table;

/** {@code %rsr compare [TABLE]}: teachers ranked, with intervals. */
@Command(
    name = "compare",
    description = "Rank the teachers of a scored table, with 95 %% bootstrap intervals.")
public final class CompareVerb extends Verb<RankingTable> {

  private final RsrSession session;

  @Parameters(
      arity = "0..1",
      paramLabel = "TABLE",
      description = "A scored table; else the one scored last.")
  private String table;

  @Option(
      names = "--by",
      defaultValue = "teacher",
      paramLabel = "COLUMN",
      description = "The column that names the teacher.")
  private String by;

  @Option(
      names = {"--metrics", "--metric"},
      paramLabel = "LIST",
      defaultValue = "rsr",
      description =
          "What to rank by, with commas; the first orders the teachers. %%rsr metrics lists them."
              + " Default: rsr.")
  private String metrics;

  @Option(
      names = "--bootstrap",
      defaultValue = "1000",
      paramLabel = "ROUNDS",
      description = "Bootstrap rounds. Default: 1000.")
  private int rounds;

  @Option(names = "--seed", defaultValue = "0", description = "Seed of the bootstrap. Default: 0.")
  private long seed;

  @Option(
      names = "--shared-ids",
      description = "Compare only on the questions that every teacher answered.")
  private boolean sharedIds;

  CompareVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public RankingTable call() {
    Table scored = ScoredTables.named(session, table);
    if (sharedIds) {
      scored = SharedQuestions.only(scored, by);
    }
    List<TeacherRanking> rankings = new ArrayList<>();
    for (Metric metric : MetricNames.list(metrics)) {
      rankings.add(TeacherRanking.of(scored, by, metric, rounds, seed));
    }
    if (rankings.isEmpty()) {
      throw new RsrException("--metrics names no metric; %rsr metrics lists them.");
    }
    return new RankingTable(rankings);
  }
}
