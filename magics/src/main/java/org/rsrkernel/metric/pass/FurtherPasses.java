package org.rsrkernel.metric.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.metric.evidence.Evidence;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.StudentException;

/**
 * Computes measures of many trajectories at once: gathers the texts of all, has each different one
 * scored once, and hands the scores back to the measures.
 */
public final class FurtherPasses {

  /** One measure's texts for one trajectory. */
  private record Question(
      PassMeasure measure, int row, Subject subject, List<RenderedText> texts) {}

  private final List<Evidence> rows;

  public FurtherPasses(List<Evidence> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The measures under one student.
   *
   * @return for each measure one number a row; NaN where it is undefined, a text was cut, or the
   *     student's template refuses the conversation
   * @throws InterruptedException if the thread was interrupted; texts scored so far are kept
   */
  public Map<PassMeasure, double[]> of(List<PassMeasure> measures, PassStudent student)
      throws InterruptedException {
    if (measures.isEmpty()) {
      return Map.of();
    }
    List<Question> questions = questions(measures, student);
    Map<RenderedText, Optional<Pass>> passes = passes(questions, student);
    Map<PassMeasure, double[]> values = new HashMap<>();
    for (PassMeasure measure : measures) {
      double[] undefined = new double[rows.size()];
      Arrays.fill(undefined, Double.NaN);
      values.put(measure, undefined);
    }
    for (Question question : questions) {
      List<Pass> own = question.texts().stream().flatMap(t -> passes.get(t).stream()).toList();
      if (own.size() == question.texts().size()) {
        values.get(question.measure())[question.row()] =
            question.measure().of(question.subject(), own);
      }
    }
    return values;
  }

  private List<Question> questions(List<PassMeasure> measures, PassStudent student) {
    List<Question> questions = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      try {
        Optional<Subject> subject = Subject.of(rows.get(row), student, stranger(row));
        if (subject.isPresent()) {
          questions.addAll(questions(measures, row, subject.get()));
        }
      } catch (StudentException refused) {
        continue; // stays undefined: the base pass of such a row has failed for the same reason
      }
    }
    return questions;
  }

  private static List<Question> questions(List<PassMeasure> measures, int row, Subject subject) {
    return measures.stream()
        .map(measure -> new Question(measure, row, subject, measure.texts(subject)))
        .filter(question -> !question.texts().isEmpty())
        .toList();
  }

  private static Map<RenderedText, Optional<Pass>> passes(
      List<Question> questions, PassStudent student) throws InterruptedException {
    Map<RenderedText, Optional<Pass>> passes = new LinkedHashMap<>();
    questions.forEach(
        question -> question.texts().forEach(text -> passes.put(text, Optional.empty())));
    List<RenderedText> texts = List.copyOf(passes.keySet());
    List<ScoredTrajectory> outcomes = student.score(texts);
    for (int i = 0; i < texts.size(); i++) {
      Optional<TokenScores> whole =
          outcomes.get(i).scores().filter(scores -> !scores.truncated() && scores.size() > 0);
      passes.put(texts.get(i), whole.map(Pass::of));
    }
    return passes;
  }

  /** The same teacher's next trajectory, in the order of rows and round, for another question. */
  private Optional<Evidence> stranger(int row) {
    Evidence own = rows.get(row);
    for (int step = 1; step < rows.size(); step++) {
      Evidence other = rows.get((row + step) % rows.size());
      if (other.trajectory().teacher().equals(own.trajectory().teacher())
          && !other.question().equals(own.question())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
