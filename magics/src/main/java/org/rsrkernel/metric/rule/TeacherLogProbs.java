package org.rsrkernel.metric.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.scoring.TokenScores;

/**
 * Measures of x = ln p_teacher(token) - ln p_student(token) over the response tokens, averaged.
 * They want the teacher's log-probabilities of exactly the student's tokens.
 */
public final class TeacherLogProbs {

  /** Bounds of the trust region: a ratio of probabilities within 1 ± 0.2, as is usual in PPO. */
  private static final double TRUST = 0.2;

  private static final double LAMBDA = 2.0 / 3; // Cressie and Read's own choice

  private static final ObjectMapper JSON = new ObjectMapper();

  private TeacherLogProbs() {}

  /** Mean of x. */
  public static double logRatio(Evidence row) {
    return mean(row, x -> x);
  }

  /**
   * Mean of x within [ln 0.8, ln 1.2].
   *
   * @see <a href="https://arxiv.org/abs/2602.22495">RLAD, arXiv 2602.22495</a>
   */
  public static double clippedLogRatio(Evidence row) {
    return mean(row, x -> Math.max(Math.log(1 - TRUST), Math.min(Math.log(1 + TRUST), x)));
  }

  /**
   * 2 / (λ (λ + 1)) times the mean of e^(λ x) - 1, λ = 2/3: the power divergence of teacher and
   * student as far as the tokens that the teacher wrote tell.
   *
   * @see <a href="https://arxiv.org/abs/2602.04677">REDistill, arXiv 2602.04677</a>
   */
  public static double powerDivergence(Evidence row) {
    return mean(row, x -> 2 / (LAMBDA * (LAMBDA + 1)) * Math.expm1(LAMBDA * x));
  }

  private static double mean(Evidence row, DoubleUnaryOperator term) {
    Optional<double[]> teacher = parse(row.teacherLogProbs());
    if (teacher.isEmpty() || row.scores().isEmpty()) {
      return Double.NaN;
    }
    TokenScores student = row.scores().get();
    if (teacher.get().length != student.size()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int k = 0; k < student.size(); k++) {
      sum += term.applyAsDouble(teacher.get()[k] + student.surprisal(k));
    }
    return sum / student.size();
  }

  /** Empty for a text that is not a JSON list of numbers. */
  private static Optional<double[]> parse(String json) {
    try {
      return json.isBlank() ? Optional.empty() : Optional.of(JSON.readValue(json, double[].class));
    } catch (JsonProcessingException notNumbers) {
      return Optional.empty();
    }
  }
}
