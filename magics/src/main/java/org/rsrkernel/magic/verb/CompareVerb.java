package org.rsrkernel.magic.verb;

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
      description = "The column that names the teacher.")
  private String by;

  @Option(
      names = "--metric",
      defaultValue = "rsr",
      description = "What to rank by; %%rsr metrics lists them. Default: rsr.")
  private String metric;

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
    Metric rankedBy = MetricNames.get(metric);
    if (sharedIds) {
      scored = SharedQuestions.only(scored, by);
    }
    return new RankingTable(TeacherRanking.of(scored, by, rankedBy, rounds, seed));
  }
}
