package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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

/** One trajectory, sentence by sentence: a level piece at the mean surprisal of each. */
final class SentenceCurve {

  private static final int TEXT_LENGTH = 90;

  private SentenceCurve() {}

  static FigureJson figure(List<Sentence> sentences, String name) {
    double[] x = new double[2 * sentences.size()];
    double[] y = new double[2 * sentences.size()];
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      x[2 * i] = sentence.from();
      x[2 * i + 1] = sentence.to();
      y[2 * i] = Shown.rounded(sentence.surprisal());
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
                FigureLayouts.of("", "response token", "mean surprisal of the sentence (nats)"),
                traces.toArray(new Trace[0])));
    figure.layout().putObject("title").put("text", FigureLayouts.name(name));
    figure.layout().put("showlegend", false);
    describe(figure.trace(0), sentences);
    return figure;
  }

  private static void describe(ObjectNode trace, List<Sentence> sentences) {
    trace.put("hovertemplate", "%{customdata}<br>%{y} nats<extra></extra>");
    ArrayNode texts = trace.putArray("customdata");
    for (Sentence sentence : sentences) {
      String text = Escaped.plotly(Escaped.shortened(sentence.text(), TEXT_LENGTH));
      texts.add(text).add(text); // both ends of its piece
    }
  }
}
