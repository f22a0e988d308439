package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.figure.FigurePicture;
import org.rsrkernel.view.figure.FigureView;
import org.rsrkernel.view.html.Palette;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Each teacher's RSR at every clip, and a slider that ranks the teachers at one of them: the
 * ranking should not hang on a number that nobody chose with care.
 */
final class ClipSlider {

  private static final List<Integer> CLIPS =
      List.of(
          1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1_000, 2_000, 5_000,
          10_000, 100_000);

  private ClipSlider() {}

  static Rendering of(Map<String, List<ScoredTrajectory>> teachers, int clip) {
    Map<String, double[]> ratios = new LinkedHashMap<>();
    teachers.forEach((teacher, trajectories) -> ratios.put(teacher, ratios(trajectories)));
    FigureJson figure = figure(ratios);
    String text = "RSR of %d teachers by clip".formatted(ratios.size());
    byte[] png = FigurePicture.png(figure);
    String html =
        FigureView.fragment(figure, png, text, text)
            .style("table.css")
            .body("<div class=\"rsr-panel\"></div>")
            .data("clips", json(ratios, clip))
            .script("clip.js")
            .start("startClip")
            .toHtml();
    return new Rendering(html, png, text);
  }

  /** The set's RSR at each clip: mean of mean clipped ranks over mean of mean surprisals. */
  private static double[] ratios(List<ScoredTrajectory> trajectories) {
    double[] ranks = new double[CLIPS.size()];
    double surprisals = 0;
    for (ScoredTrajectory trajectory : trajectories) {
      TokenScores scores = trajectory.scores();
      for (int token = 0; token < scores.size(); token++) {
        surprisals += (double) scores.surprisal(token) / scores.size();
        for (int i = 0; i < ranks.length; i++) {
          ranks[i] += (double) Math.min(scores.rank(token), CLIPS.get(i)) / scores.size();
        }
      }
    }
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] /= surprisals;
    }
    return ranks;
  }

  private static FigureJson figure(Map<String, double[]> ratios) {
    double[] clips = CLIPS.stream().mapToDouble(Integer::doubleValue).toArray();
    List<Trace> traces = new ArrayList<>();
    int index = 0;
    for (double[] ofTeacher : ratios.values()) {
      double[] y = new double[ofTeacher.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = Shown.rounded(ofTeacher[i]);
      }
      traces.add(
          ScatterTrace.builder(clips, y)
              .mode(ScatterTrace.Mode.LINE_AND_MARKERS)
              .line(Line.builder().color(Palette.colour(index)).width(2).build())
              .marker(
                  Marker.builder()
                      .color(Palette.colour(index))
                      .symbol(Palette.symbol(index++))
                      .size(6)
                      .build())
              .build());
    }
    Axis x = Axis.builder().title("clip (upper bound of ranks)").type(Axis.Type.LOG).build();
    Axis y = Axis.builder().title("RSR").type(Axis.Type.LOG).build();
    FigureJson figure =
        FigureJson.of(
            new Figure(
                FigureLayouts.of("RSR of the teachers by clip", x, y),
                traces.toArray(new Trace[0])));
    int trace = 0;
    for (String teacher : ratios.keySet()) {
      figure.trace(trace++).put("name", FigureLayouts.name(teacher));
    }
    return figure;
  }

  private static ObjectNode json(Map<String, double[]> ratios, int clip) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    int start = CLIPS.indexOf(clip);
    json.put("start", start < 0 ? CLIPS.indexOf(100) : start);
    ArrayNode clips = json.putArray("clips");
    CLIPS.forEach(clips::add);
    ArrayNode teachers = json.putArray("teachers");
    ratios.forEach(
        (teacher, values) -> {
          ObjectNode node = teachers.addObject().put("name", teacher);
          for (double value : values) {
            node.withArray("rsr").add(value);
          }
        });
    return json;
  }
}
