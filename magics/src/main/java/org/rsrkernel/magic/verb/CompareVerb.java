package org.rsrkernel.magic.verb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.MatchedLengths;
import org.rsrkernel.metric.Metric;
import org.rsrkernel.metric.Rsr;
import org.rsrkernel.metric.SharedQuestions;
import org.rsrkernel.metric.TeacherRanking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      arity = "0..*",
      paramLabel = "TABLE",
      description =
          "A scored table; else the one scored last. Tables of several students stand side by side.")
  private List<String> tables = new ArrayList<>();

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
      description = "Compare only on the questions that every teacher answered, in every table.")
  private boolean sharedIds;

  @Option(
      names = "--sets",
      paramLabel = "COLUMN",
      description = "Tells a teacher's generation sets apart, whose figures are averaged.")
  private String sets;

  @Option(
      names = "--match-lengths",
      description =
          "Compare only on trajectories of like lengths, as many of each teacher in every class of"
              + " lengths.")
  private boolean matchLengths;

  @Mixin private PartOption part;

  @Option(
      names = "--clip",
      paramLabel = "N",
      defaultValue = "" + Rsr.RANK_CLIP,
      description = "Upper bound on ranks for what the table lacks. Default: 100.")
  private int clip;

  CompareVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public RankingTable call() {
    ScoredTables.requireClip(clip);
    List<Metric> wanted = MetricNames.list(metrics);
    if (wanted.isEmpty()) {
      throw new RsrException("--metrics names no metric; %rsr metrics lists them.");
    }
    List<Table> scored = new ArrayList<>();
    for (String operand : tables.isEmpty() ? Arrays.asList((String) null) : tables) {
      Table named = ScoredTables.named(session, operand);
      scored.addAll(StudentTables.of(Rescored.of(session, named, part.over(), wanted, clip)));
    }
    scored = limited(scored);
    List<TeacherRanking> rankings = new ArrayList<>();
    for (Metric metric : wanted) {
      rankings.add(ranking(scored.get(0), metric));
    }
    List<RankingTable.OfStudent> others = new ArrayList<>();
    for (Table other : scored.subList(1, scored.size())) {
      others.add(
          new RankingTable.OfStudent(
              StudentTables.name(other, others.size() + 2), ranking(other, wanted.get(0))));
    }
    return new RankingTable(rankings, others);
  }

  private TeacherRanking ranking(Table scored, Metric metric) {
    return TeacherRanking.of(scored, by, Optional.ofNullable(sets), metric, rounds, seed);
  }

  private List<Table> limited(List<Table> scored) {
    List<Table> shared = sharedIds ? SharedQuestions.onlyOfAll(scored, by) : scored;
    return matchLengths
        ? shared.stream().map(table -> MatchedLengths.only(table, by, seed)).toList()
        : shared;
  }
}
