package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rsrkernel.view.figure.FigureJson;
import org.rsrkernel.view.heatmap.Sentence;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Palette;
import org.rsrkernel.view.html.Shown;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * One trajectory, sentence by sentence: a level piece at each one's mean; the highest are named.
 */
final class SentenceCurve {

  private static final int TEXT_LENGTH = 90;
  private static final int NOTE_LENGTH = 28;
  private static final int NAMED = 3;

  private SentenceCurve() {}

  static FigureJson figure(List<Sentence> sentences, CurveMeasure measure, String title) {
    double[] x = new double[2 * sentences.size()];
    double[] y = new double[2 * sentences.size()];
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      x[2 * i] = sentence.from();
      x[2 * i + 1] = sentence.to();
      y[2 * i] = Shown.rounded(measure.of(sentence));
      y[2 * i + 1] = y[2 * i];
    }
    List<Trace> traces = new ArrayList<>();
    traces.add(
        ScatterTrace.builder(x, y)
            .mode(ScatterTrace.Mode.LINE)
            .line(Line.builder().color(Palette.colour(0)).width(2).build())
            .build());
    FigureJson figure =
        FigureJson.of(
            new Figure(
                FigureLayouts.of("", "response token", "mean " + measure.words()),
                traces.toArray(new Trace[0])));
    figure.layout().putObject("title").put("text", Escaped.plotly(Escaped.shortened(title, 90)));
    figure.layout().put("showlegend", false);
    figure.layout().withObject("/yaxis").put("rangemode", "tozero");
    describe(figure.trace(0), sentences);
    sentences.stream()
        .filter(sentence -> sentence.text().codePoints().filter(Character::isLetter).count() > 1)
        .sorted(Comparator.comparingDouble((Sentence sentence) -> -measure.of(sentence)))
        .limit(NAMED)
        .forEach(sentence -> name(figure, sentence, measure.of(sentence)));
    return figure;
  }

  private static void describe(ObjectNode trace, List<Sentence> sentences) {
    trace.put("hovertemplate", "%{customdata}<br>%{y}<extra></extra>");
    ArrayNode texts = trace.putArray("customdata");
    for (Sentence sentence : sentences) {
      String text = Escaped.plotly(Escaped.shortened(sentence.text(), TEXT_LENGTH));
      texts.add(text).add(text); // both ends of its piece
    }
  }

  private static void name(FigureJson figure, Sentence sentence, double value) {
    ObjectNode note = figure.layout().withArray("annotations").addObject();
    note.put("x", (sentence.from() + sentence.to()) / 2.0).put("y", Shown.rounded(value));
    note.put("text", Escaped.plotly(Escaped.shortened(sentence.text(), NOTE_LENGTH)));
    note.put("showarrow", false).put("yanchor", "bottom");
    note.putObject("font").put("size", 10);
  }
}
