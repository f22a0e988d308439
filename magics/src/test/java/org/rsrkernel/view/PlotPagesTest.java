package org.rsrkernel.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rsrkernel.view.heatmap.TokenLookup;
import org.rsrkernel.view.plot.AgreementPoint;
import org.rsrkernel.view.plot.CorrelationPoint;
import org.rsrkernel.view.plot.CurveMeasure;
import org.rsrkernel.view.plot.MapPoint;
import org.rsrkernel.view.plot.Plots;
import org.rsrkernel.view.plot.TeacherPair;
import org.rsrkernel.view.table.TeacherRow;

/** Every plot has a page, a picture and words; the browser tests open the pages. */
class PlotPagesTest {

  @Test
  void teachers_showIntervalsAndWhoIsTied() {
    List<TeacherRow> rows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double rsr = 3.1 + i * 0.1;
      rows.add(
          new TeacherRow(
              SampleTrajectories.TEACHERS.get(i),
              60,
              9_000,
              150,
              4.3,
              1.3,
              rsr,
              rsr - 0.12,
              rsr + 0.1,
              ""));
    }
    Rendering plot = Plots.teachers(rows, List.of(new TeacherPair("terse-7b", "step-by-step-14b")));
    show("teachers", plot);
    assertThat(plot.text())
        .contains(
            "terse-7b 3.100 (2.980 … 3.200)", "Cannot be told apart: terse-7b, step-by-step-14b");
  }

  @Test
  void distribution_hasARidgeATeacher() {
    Map<String, double[]> values = new LinkedHashMap<>();
    for (MapPoint point : SampleTrajectories.points(300)) {
      values.computeIfAbsent(point.teacher(), teacher -> rsrOf(teacher));
    }
    values.put("nothing scored", new double[] {Double.NaN});
    Rendering plot = Plots.distribution("rsr", values);
    show("distribution", plot);
    assertThat(plot.text())
        .contains("Median rsr by teacher:", "explorer-r1 ")
        .doesNotContain("nothing");
  }

  @Test
  void lengths_areADistributionOfTokens() {
    Rendering plot = Plots.lengths(SampleTrajectories.points(300));
    show("lengths", plot);
    assertThat(plot.text()).startsWith("Median response tokens by teacher:");
  }

  @Test
  void curve_followsTheResponse() {
    Rendering plot = Plots.curve(SampleTrajectories.scored(100), CurveMeasure.SURPRISAL, 100);
    show("curve", plot);
    assertThat(plot.text()).startsWith("Mean surprisal (nats) along the responses of terse-7b, ");
  }

  @Test
  void sentences_followOneTrajectory() {
    Rendering plot =
        Plots.sentences(
            SampleTrajectories.tokens("problem-001", "explorer-r1", 300), CurveMeasure.SURPRISAL);
    show("sentences", plot);
    assertThat(plot.text())
        .startsWith("problem-001 · explorer-r1: mean surprisal (nats) of each sentence\n");
  }

  @Test
  void agreement_comparesTwoStudents() {
    List<AgreementPoint> points =
        SampleTrajectories.points(200).stream()
            .map(
                p ->
                    new AgreementPoint(
                        p.id(), p.teacher(), p.rsr(), p.rsr() * 0.8 + p.avgSurprisal()))
            .toList();
    Rendering plot = Plots.agreement(points, "RSR under smollm2", "RSR under qwen", true);
    show("agreement", plot);
    assertThat(plot.text()).isEqualTo("RSR under qwen against RSR under smollm2, 200 trajectories");
  }

  @Test
  void correlation_namesItsPoints() {
    List<CorrelationPoint> points = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      points.add(
          new CorrelationPoint(
              SampleTrajectories.TEACHERS.get(i),
              3 + i * 0.2,
              52 - i * i,
              i == 4 ? Double.NaN : -0.9));
    }
    Rendering plot = Plots.correlation(points, "rsr", "Spearman −0.90 (−1.00 … −0.41), 5 teachers");
    show("correlation", plot);
    assertThat(plot.text()).contains("terse-7b 3.000 52.00");
  }

  @Test
  void tokens_areADensity() {
    Rendering plot = Plots.tokens(SampleTrajectories.scored(100));
    show("density", plot);
    assertThat(plot.text()).startsWith("Rank against surprisal of ").endsWith("100 trajectories");
  }

  @Test
  void clips_rankTheTeachersAnew() {
    Rendering plot = Plots.clips(SampleTrajectories.scored(100), 100);
    show("clips", plot);
    assertThat(plot.text()).isEqualTo("RSR of 5 teachers by clip");
  }

  @Test
  void map_carries20000Points() {
    Rendering plot = Plots.map(SampleTrajectories.points(20_000), TokenLookup.NONE);
    show("map-20000", plot);
    assertThat(plot.text()).contains("Rank against surprisal, 20,000 trajectories");
    assertThat(plot.html()).hasSizeLessThan(1_900_000);
  }

  @Test
  void map_ofMorePoints_isThinned() {
    Rendering plot = Plots.map(SampleTrajectories.points(30_000), TokenLookup.NONE);
    assertThat(plot.text()).contains("20,000 of 30,000 trajectories, drawn at random");
  }

  @Test
  void map_withoutScores_saysWhatToDo() {
    MapPoint unscored = new MapPoint("a", "t", 0, Double.NaN, Double.NaN, Double.NaN, "");
    assertThatThrownBy(() -> Plots.map(List.of(unscored), TokenLookup.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no scored trajectories to plot: score them first (%rsr score TABLE)");
  }

  private static void show(String name, Rendering plot) {
    ViewPages.write(name, plot);
    assertThat(plot.png()).as("picture of " + name).hasSizeBetween(1_000, 60_000);
  }

  private static double[] rsrOf(String teacher) {
    return SampleTrajectories.points(300).stream()
        .filter(point -> point.teacher().equals(teacher))
        .mapToDouble(MapPoint::rsr)
        .toArray();
  }
}
