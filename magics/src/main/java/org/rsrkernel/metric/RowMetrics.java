package org.rsrkernel.metric;

import java.util.List;
import java.util.stream.Stream;
import org.rsrkernel.metric.rule.Canon;
import org.rsrkernel.metric.rule.Consensus;
import org.rsrkernel.metric.rule.LabelProbe;
import org.rsrkernel.metric.rule.Learnability;
import org.rsrkernel.metric.rule.RowMeasure;
import org.rsrkernel.metric.rule.TeacherLogProbs;
import org.rsrkernel.metric.rule.TextRules;

/** Metrics of a table's rows that ask no student. */
final class RowMetrics {

  private RowMetrics() {}

  static List<Metric> all() {
    return Stream.of(ofText(), ofTeacherLogProbs(), ofQuestions(), ofLabels())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Metric> ofText() {
    return List.of(
        Metric.ofRows(
                "rule_quality",
                ".3 length + .2 verifying + .25 exploring + .25 connecting words, each in [0, 1)",
                Direction.HIGHER,
                "LIMO, arXiv 2502.03387; the scales are ours",
                RowMeasure.ofEach(TextRules::quality))
            .costing("0")
            .asProxy(),
        Metric.ofRows(
                "consensus",
                "share of the question's other trajectories with the same final answer",
                Direction.HIGHER,
                "after COMPACT, arXiv 2601.13992; its difficulty is avg_surprisal",
                new Consensus())
            .needing(Need.OTHER_TEACHERS)
            .costing("0"),
        Metric.ofRows(
                "spoiled_prefixes",
                "share of the first 20, 40, 60, 80 % that say a: what guidability leaves out",
                Direction.NONE,
                "arXiv 2510.06410",
                RowMeasure.ofEach(TextRules::spoiledShare))
            .needing(Need.GOLD_ANSWER)
            .costing("0"));
  }

  private static List<Metric> ofTeacherLogProbs() {
    return List.of(
        Metric.ofRows(
                "log_ratio",
                "mean of ln p_teacher - ln p",
                Direction.NONE,
                "RLAD, arXiv 2602.22495",
                RowMeasure.ofEach(TeacherLogProbs::logRatio))
            .needing(Need.TEACHER_LOG_PROBS),
        Metric.ofRows(
                "log_ratio_clipped",
                "mean of ln p_teacher - ln p within [ln 0.8, ln 1.2]",
                Direction.NONE,
                "after the trust region of RLAD, arXiv 2602.22495",
                RowMeasure.ofEach(TeacherLogProbs::clippedLogRatio))
            .needing(Need.TEACHER_LOG_PROBS)
            .asProxy(),
        Metric.ofRows(
                "power_divergence",
                "9/5 times the mean of (p_teacher / p)^(2/3) - 1",
                Direction.NONE,
                "REDistill, arXiv 2602.04677; here over the tokens written",
                RowMeasure.ofEach(TeacherLogProbs::powerDivergence))
            .needing(Need.TEACHER_LOG_PROBS)
            .asProxy());
  }

  private static List<Metric> ofQuestions() {
    return List.of(
        Metric.ofRows(
                "lark_score",
                "(L / ΣL) (2 brier / L - Σbrier / ΣL), L = avg_surprisal, sums over the question's"
                    + " trajectories",
                Direction.HIGHER,
                OtherPapersMetrics.LARK + ", its g; select --weights gives its weights",
                new Learnability(ofTokens(ScoreColumns.AVERAGE_SURPRISAL), ofTokens("brier")))
            .needing(Need.OTHER_TEACHERS));
  }

  private static List<Metric> ofLabels() {
    return List.of(
        Metric.ofRows(
                "canon",
                "mean label of its question's half by rsr - that of the other half",
                Direction.HIGHER,
                "after CANON, arXiv 2509.23962",
                new Canon(ofTokens(ScoreColumns.RSR)))
            .needing(Need.LABELS, Need.OTHER_TEACHERS)
            .asProxy(),
        Metric.ofRows(
                "probe",
                "p(label) by a ridge logistic probe on rank, surprisal, RSR, entropy and length,"
                    + " learnt from other questions",
                Direction.HIGHER,
                "after RAPTOR, arXiv 2602.00158",
                new LabelProbe(
                    Stream.of(
                            ScoreColumns.AVERAGE_RANK,
                            ScoreColumns.AVERAGE_SURPRISAL,
                            ScoreColumns.RSR,
                            "avg_entropy",
                            ScoreColumns.TOKENS)
                        .map(RowMetrics::ofTokens)
                        .toList()))
            .needing(Need.LABELS)
            .asProxy());
  }

  /** A metric of token scores as a measure of rows; NaN for rows without scores. */
  private static RowMeasure ofTokens(String name) {
    return RowMeasure.ofEach(
        row ->
            row.scores()
                .map(scores -> Metrics.find(name).orElseThrow().of(scores, row.rankClip()))
                .orElse(Double.NaN));
  }
}
