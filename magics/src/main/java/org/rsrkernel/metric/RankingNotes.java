package org.rsrkernel.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a reader should know before trusting a ranking. */
final class RankingNotes {

  /** Below this many trajectories a teacher's figure moves noticeably with the sample. */
  private static final int FEW_TRAJECTORIES = 200;

  private static final double NOTABLE_TRUNCATED_SHARE = 0.05;
  private static final double NOTABLE_LENGTH_RATIO = 2;

  /** Below this, a length and a metric that go together are an effect of chance too often. */
  private static final int FEWEST_FOR_CONFOUNDER = 20;

  private static final double NOTABLE_CORRELATION = 0.3;
  private static final double NOTABLE_CORRECT_DIFFERENCE = 0.1;

  /** More questions than this are as good as never enough. */
  private static final long MOST_QUESTIONS = 1_000_000;

  private final List<String> notes = new ArrayList<>();

  private RankingNotes() {}

  /**
   * @param samples of all teachers, those without a value among them
   * @param rows of those with a value, ranked
   * @param shared questions that all of these answered
   * @param any questions that any of them answered
   */
  static List<String> of(
      Metric metric,
      List<TeacherSample> samples,
      List<TeacherRanking.Row> rows,
      int shared,
      int any) {
    RankingNotes notes = new RankingNotes();
    notes.neighbours(rows);
    notes.missing(samples);
    notes.questions(rows, shared, any);
    List<TeacherSample> valued =
        samples.stream().filter(sample -> !Double.isNaN(sample.value())).toList();
    notes.truncated(valued);
    notes.lengths(valued);
    notes.confounder(metric, valued);
    notes.correctness(valued);
    return List.copyOf(notes.notes);
  }

  private void neighbours(List<TeacherRanking.Row> rows) {
    for (TeacherRanking.Row row : rows) {
      if (row.tiedWithNext() && !Double.isNaN(row.beatsNext())) {
        add(
            "%s and %s cannot be told apart: their order holds in %.0f %% of the bootstrap"
                + " rounds.%s",
            row.teacher(),
            row.next().orElseThrow().teacher(),
            100 * row.beatsNext(),
            remedy(row.next().orElseThrow()));
      }
    }
    names(
        rows,
        row -> row.questions() < 2,
        "One question is too few for an interval: %s.",
        TeacherRanking.Row::teacher);
  }

  private static String remedy(TeacherRanking.Neighbour next) {
    if (next.questionsNeeded().isEmpty()) {
      return "";
    }
    long needed = next.questionsNeeded().getAsLong();
    return needed > MOST_QUESTIONS
        ? " No sample of a practical size would separate them."
        : String.format(Locale.ROOT, " About %,d questions each would separate them.", needed);
  }

  private void missing(List<TeacherSample> samples) {
    names(
        samples,
        sample -> Double.isNaN(sample.value()),
        "Not ranked, for want of a value in every row: %s. The column 'status' says why.",
        TeacherSample::teacher);
    names(
        samples,
        sample -> sample.unscored() > 0 && !Double.isNaN(sample.value()),
        "Left out for want of a value: %s trajectories.",
        sample -> sample.unscored() + " of " + sample.teacher() + "'s");
  }

  private void questions(List<TeacherRanking.Row> rows, int shared, int any) {
    if (shared < any && rows.size() > 1) {
      add(
          shared == 0
              ? "No question is answered by every teacher: differences between the teachers'"
                  + " questions count too."
              : "%d of %d questions are answered by every teacher; --shared-ids compares on those"
                  + " alone.",
          shared,
          any);
    }
    names(
        rows,
        row -> row.trajectories() < FEW_TRAJECTORIES,
        "Fewer than " + FEW_TRAJECTORIES + " trajectories, so take the order as a first look: %s.",
        TeacherRanking.Row::teacher);
  }

  private void truncated(List<TeacherSample> samples) {
    names(
        samples,
        sample -> sample.truncatedShare() > NOTABLE_TRUNCATED_SHARE,
        "Cut at the student's context: %s.",
        sample ->
            "%.0f %% of %s's trajectories"
                .formatted(100 * sample.truncatedShare(), sample.teacher()));
  }

  private void lengths(List<TeacherSample> samples) {
    Comparator<TeacherSample> byLength = Comparator.comparingDouble(TeacherSample::medianLength);
    TeacherSample longest = samples.stream().max(byLength).orElseThrow();
    TeacherSample shortest = samples.stream().min(byLength).orElseThrow();
    double ratio = longest.medianLength() / shortest.medianLength();
    if (ratio >= NOTABLE_LENGTH_RATIO) {
      add(
          "Responses of %s are %.1f times as long as those of %s (medians): length may explain the"
              + " order; --match-lengths compares at like lengths.",
          longest.teacher(), ratio, shortest.teacher());
    }
  }

  private void confounder(Metric metric, List<TeacherSample> samples) {
    double[] lengths = samples.stream().flatMapToDouble(s -> Arrays.stream(s.lengths())).toArray();
    double[] values =
        samples.stream()
            .flatMap(sample -> sample.terms().stream())
            .mapToDouble(term -> term.numerator() / term.denominator())
            .toArray();
    if (metric.name().equals(ScoreColumns.TOKENS)
        || lengths.length < FEWEST_FOR_CONFOUNDER
        || Arrays.stream(values).anyMatch(value -> !Double.isFinite(value))) {
      return;
    }
    double coefficient = CorrelationMethod.SPEARMAN.of(lengths, values);
    if (Math.abs(coefficient) >= NOTABLE_CORRELATION) {
      add(
          "Over all trajectories %s %s with length (Spearman's ρ %.2f); --match-lengths compares at"
              + " like lengths.",
          metric.name(), coefficient > 0 ? "rises" : "falls", coefficient);
    }
  }

  private void correctness(List<TeacherSample> samples) {
    List<TeacherSample> judged =
        samples.stream().filter(sample -> !Double.isNaN(sample.correctShare())).toList();
    Comparator<TeacherSample> byShare = Comparator.comparingDouble(TeacherSample::correctShare);
    if (judged.size() < 2) {
      return;
    }
    TeacherSample most = judged.stream().max(byShare).orElseThrow();
    TeacherSample least = judged.stream().min(byShare).orElseThrow();
    if (most.correctShare() - least.correctShare() >= NOTABLE_CORRECT_DIFFERENCE) {
      add(
          "Answers are right in %.0f %% of %s's trajectories, in %.0f %% of %s's.",
          100 * most.correctShare(), most.teacher(), 100 * least.correctShare(), least.teacher());
    }
  }

  private <T> void names(
      List<T> all, Predicate<T> concerned, String sentence, Function<T, String> name) {
    List<String> names = all.stream().filter(concerned).map(name).toList();
    if (!names.isEmpty()) {
      add(sentence, String.join(", ", names));
    }
  }

  private void add(String sentence, Object... values) {
    notes.add(String.format(Locale.ROOT, sentence, values));
  }
}
