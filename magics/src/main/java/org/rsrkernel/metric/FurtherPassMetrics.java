package org.rsrkernel.metric;

import java.util.List;
import org.rsrkernel.metric.pass.AnswerAfterParts;
import org.rsrkernel.metric.pass.AnswerGrowth;
import org.rsrkernel.metric.pass.PassMeasure;
import org.rsrkernel.metric.pass.ResponseElsewhere;

/** Metrics that ask the student about further texts; a is the gold answer, q the question. */
final class FurtherPassMetrics {

  private static final String AN_ANSWER = "1 + the answer after %s";

  private static final String PREFIXES =
      AN_ANSWER.formatted("up to %d prefixes".formatted(AnswerGrowth.MOST_STEPS + 1));

  private FurtherPassMetrics() {}

  static List<Metric> all() {
    return List.of(
        Metric.ofPasses(
                "ifd",
                "exp(mean s) / exp(mean s of the response without its prompt)",
                Direction.HIGHER,
                "Superfiltering, arXiv 2402.00530",
                ResponseElsewhere.instructionDifficulty())
            .costing("2"),
        Metric.ofPasses(
                "surprisal_local",
                "mean of s, nats, each sentence seeing the last %d before it"
                    .formatted(ResponseElsewhere.LOCAL_SENTENCES),
                Direction.LOWER,
                "arXiv 2510.03988; the number of sentences is ours",
                ResponseElsewhere.localSurprisal())
            .costing("about %d".formatted(2 + ResponseElsewhere.LOCAL_SENTENCES)),
        growth(
            "pacr",
            "mean growth of ln p(a | q, sentences so far) a sentence, nats",
            AnswerGrowth.mean()),
        growth(
            "pacr_rising",
            "share of sentences after which p(a | q, sentences so far) is higher",
            AnswerGrowth.risingShare()),
        Metric.ofPasses(
                "sufficient_prefix",
                "share of the response's sentences after which p(a | q, …) >= 1/2; 1 if never",
                Direction.NONE,
                "after P-ALIGN, which lets the student judge",
                AnswerGrowth.sufficientShare())
            .needing(Need.GOLD_ANSWER)
            .costing(PREFIXES)
            .asProxy(),
        Metric.ofPasses(
                "adaptability",
                "ln p(a | q, response) - ln p(a | q)",
                Direction.HIGHER,
                "COMPACT, arXiv 2601.13992, its mutual-information term",
                AnswerAfterParts.adaptability())
            .needing(Need.GOLD_ANSWER)
            .costing(AN_ANSWER.formatted("2 prefixes")),
        Metric.ofPasses(
                "recoverability",
                "ln p(a | q, half the response, half of one to another question)"
                    + " - ln p(a | q, half the response)",
                Direction.HIGHER,
                "arXiv 2510.06410, which generates",
                AnswerAfterParts.recoverability())
            .needing(Need.GOLD_ANSWER, Need.OTHER_QUESTIONS)
            .costing("1.5 + the answer after 2 prefixes")
            .asProxy(),
        Metric.ofPasses(
                "guidability",
                "mean of ln p(a | q, first 20, 40, 60, 80 %) - ln p(a | q), parts that say a left"
                    + " out",
                Direction.HIGHER,
                "arXiv 2510.06410, which generates",
                AnswerAfterParts.guidability())
            .needing(Need.GOLD_ANSWER)
            .costing(AN_ANSWER.formatted("up to 5 prefixes"))
            .asProxy(),
        Metric.ofPasses(
                "transfer",
                "a second student's ln p(a | q, half the response)",
                Direction.HIGHER,
                "RLTR, arXiv 2602.08489, which generates",
                AnswerAfterParts.transfer())
            .needing(Need.GOLD_ANSWER, Need.SECOND_STUDENT)
            .costing("1 + half of one by the second student")
            .asProxy(),
        Metric.ofPasses(
                "groundedness",
                "mean of ln p(token | q, a told) - ln p(token | q)",
                Direction.HIGHER,
                "SCOTT, arXiv 2305.01879",
                ResponseElsewhere.groundedness())
            .needing(Need.GOLD_ANSWER)
            .costing("2"),
        Metric.ofPasses(
                "rationale_faithfulness",
                "mean s with a sentence of q masked - mean s, over up to 4 masks",
                Direction.HIGHER,
                "arXiv 2407.00219, which asks what the model answers",
                ResponseElsewhere.faithfulness())
            .costing("up to 5")
            .asProxy());
  }

  private static Metric growth(String name, String formula, PassMeasure measure) {
    return Metric.ofPasses(
            name,
            formula,
            Direction.HIGHER,
            "PACR, arXiv 2510.22255; its total is adaptability",
            measure)
        .needing(Need.GOLD_ANSWER)
        .costing(PREFIXES);
  }
}
