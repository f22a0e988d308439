package org.rsrkernel.view.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.figure.FigureView;
import org.rsrkernel.view.heatmap.Sentence;
import org.rsrkernel.view.heatmap.TokenLookup;
import org.rsrkernel.view.heatmap.TokenView;
import org.rsrkernel.view.html.KernelLine;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.table.TeacherRow;

/** One method a plot. */
public final class Plots {

  private Plots() {}

  /**
   * Trajectories as points, rank against surprisal, with lines of equal RSR. Points without figures
   * are left out; beyond 20,000 a random part is shown, said so in the title.
   *
   * @param tokens finds the tokens that a click on a point opens; those that fit go into the page
   * @throws IllegalArgumentException if no point has figures
   */
  public static Rendering map(List<MapPoint> points, TokenLookup tokens) {
    return map(points, tokens, KernelLine.NONE);
  }

  /**
   * The same, with a line on which the page asks the kernel for tokens that did not fit in.
   *
   * @throws IllegalArgumentException if no point has figures
   */
  public static Rendering map(List<MapPoint> points, TokenLookup tokens, KernelLine kernel) {
    List<MapPoint> drawable =
        scored(points.stream().filter(MapPoint::drawable).toList(), "trajectories");
    return MapView.of(
        Thinning.of(drawable, Thinning.MOST_OF_A_MAP), drawable.size(), tokens, kernel);
  }

  /**
   * Teachers in the order given, RSR with its interval.
   *
   * @param tied pairs whose difference is within chance; joined by a band
   */
  public static Rendering teachers(List<TeacherRow> teachers, List<TeacherPair> tied) {
    FigureJson figure = TeacherIntervals.figure(scored(teachers, "teachers"), tied);
    StringBuilder text = new StringBuilder("Teachers by RSR, 95 % intervals:");
    for (TeacherRow row : teachers) {
      text.append(
          "\n  %s %s (%s … %s)"
              .formatted(
                  row.teacher(),
                  Shown.number(row.rsr()),
                  Shown.number(row.rsrLow()),
                  Shown.number(row.rsrHigh())));
    }
    tied.forEach(
        pair ->
            text.append("\nCannot be told apart: ")
                .append(pair.first())
                .append(", ")
                .append(pair.second()));
    return FigureView.of(figure, "Teachers by RSR with 95 % intervals", text.toString());
  }

  /** A metric's distribution for each teacher; values that are not finite are left out. */
  public static Rendering distribution(String metric, Map<String, double[]> valuesByTeacher) {
    Map<String, double[]> finite = new LinkedHashMap<>();
    valuesByTeacher.forEach(
        (teacher, values) -> {
          double[] kept = Arrays.stream(values).filter(Double::isFinite).toArray();
          if (kept.length > 0) {
            finite.put(teacher, kept);
          }
        });
    scored(List.copyOf(finite.keySet()), "trajectories");
    StringBuilder text = new StringBuilder("Median " + metric + " by teacher:");
    finite.forEach(
        (teacher, values) ->
            text.append("\n  ")
                .append(teacher)
                .append(' ')
                .append(Shown.number(Density.median(values))));
    return FigureView.of(
        DistributionRidges.figure(metric, finite), "Distribution of " + metric, text.toString());
  }

  /** How long the teachers' responses are, in tokens. */
  public static Rendering lengths(List<MapPoint> points) {
    Map<String, double[]> lengths = new LinkedHashMap<>();
    RankSurprisalMap.byTeacher(points)
        .forEach(
            (teacher, own) ->
                lengths.put(teacher, own.stream().mapToDouble(MapPoint::tokens).toArray()));
    return distribution("response tokens", lengths);
  }

  /**
   * A measure along the response, from its first to its last token, a line a teacher.
   *
   * @param clip upper bound put on ranks
   */
  public static Rendering curve(
      List<ScoredTrajectory> trajectories, CurveMeasure measure, int clip) {
    Map<String, List<ScoredTrajectory>> teachers = byTeacher(withTokens(trajectories));
    FigureJson figure = CurvePlot.figure(teachers, measure, clip);
    String text =
        "Mean %s along the responses of %s"
            .formatted(measure.words(), String.join(", ", teachers.keySet()));
    return FigureView.of(figure, text, text);
  }

  /**
   * One trajectory along its response, at the mean of each sentence.
   *
   * @throws IllegalArgumentException if it has no response tokens
   */
  public static Rendering sentences(TokenView view, CurveMeasure measure) {
    List<Sentence> sentences = scored(Sentence.of(view), "sentences");
    String title =
        "%s · %s: mean %s of each sentence".formatted(view.id(), view.teacher(), measure.words());
    StringBuilder text = new StringBuilder(title);
    for (Sentence sentence : sentences) {
      text.append("\n  ").append(Shown.number(measure.of(sentence))).append("  ");
      text.append(sentence.text());
    }
    return FigureView.of(SentenceCurve.figure(sentences, measure, title), title, text.toString());
  }

  /**
   * Trajectories measured twice; by two students, with the diagonal on which both agree.
   *
   * @param first what the x axis is, such as "RSR under smollm2"
   * @param second what the y axis is
   * @param oneScale whether both are the same measure
   */
  public static Rendering agreement(
      List<AgreementPoint> points, String first, String second, boolean oneScale) {
    List<AgreementPoint> drawable =
        scored(points.stream().filter(AgreementPoint::drawable).toList(), "trajectories");
    List<AgreementPoint> drawn = Thinning.of(drawable, Thinning.MOST);
    String text =
        "%s against %s, %s".formatted(second, first, Thinning.words(drawn.size(), drawable.size()));
    return FigureView.of(PointPlots.agreement(drawn, first, second, oneScale, text), text, text);
  }

  /**
   * A metric against what students reached after training, a point a teacher, labelled.
   *
   * @param coefficient the correlation in words, with its interval; the plot's title
   */
  public static Rendering correlation(
      List<CorrelationPoint> points, String metric, String coefficient) {
    FigureJson figure = PointPlots.correlation(scored(points, "teachers"), metric, coefficient);
    StringBuilder text = new StringBuilder(coefficient);
    points.forEach(
        point ->
            text.append(
                "\n  %s %s %s"
                    .formatted(
                        point.teacher(),
                        Shown.number(point.metric()),
                        Shown.number(point.accuracy()))));
    return FigureView.of(figure, coefficient, text.toString());
  }

  /** Rank against surprisal of all tokens, as density. */
  public static Rendering tokens(List<ScoredTrajectory> trajectories) {
    FigureJson figure = TokenDensity.figure(withTokens(trajectories));
    String text = "Rank against surprisal of " + figure.title();
    return FigureView.of(figure, text, text);
  }

  /**
   * The teachers' RSR at every clip, with a slider that ranks them at one.
   *
   * @param clip where the slider stands at first
   */
  public static Rendering clips(List<ScoredTrajectory> trajectories, int clip) {
    return ClipSlider.of(byTeacher(withTokens(trajectories)), clip);
  }

  private static List<ScoredTrajectory> withTokens(List<ScoredTrajectory> trajectories) {
    return scored(
        trajectories.stream().filter(each -> each.scores().size() > 0).toList(), "trajectories");
  }

  private static Map<String, List<ScoredTrajectory>> byTeacher(
      List<ScoredTrajectory> trajectories) {
    Map<String, List<ScoredTrajectory>> teachers = new LinkedHashMap<>();
    trajectories.forEach(
        each -> teachers.computeIfAbsent(each.teacher(), t -> new ArrayList<>()).add(each));
    return teachers;
  }

  private static <T> List<T> scored(List<T> values, String what) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(
          "no scored %s to plot: score them first (%%rsr score TABLE)".formatted(what));
    }
    return values;
  }
}
