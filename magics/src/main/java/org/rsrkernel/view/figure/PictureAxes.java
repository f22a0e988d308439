package org.rsrkernel.view.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.knowm.xchart.style.AxesChartStyler;
import org.rsrkernel.view.html.Shown;

/** A layout's axes as the picture draws them: ranges, logarithms, ticks with words. */
final class PictureAxes {

  private PictureAxes() {}

  static void apply(JsonNode layout, AxesChartStyler styler) {
    JsonNode x = layout.path("xaxis");
    JsonNode y = layout.path("yaxis");
    boolean logX = x.path("type").asText().equals("log");
    boolean logY = y.path("type").asText().equals("log");
    styler.setXAxisLogarithmic(logX).setYAxisLogarithmic(logY);
    range(x, logX, styler::setXAxisMin, styler::setXAxisMax);
    range(y, logY, styler::setYAxisMin, styler::setYAxisMax);
    styler.setXAxisTickLabelsFormattingFunction(labels(x));
    styler.setYAxisTickLabelsFormattingFunction(labels(y));
    if (y.has("ticktext")) {
      styler.setYAxisTickMarkSpacingHint(36);
    }
  }

  /** plotly.js gives ranges of logarithmic axes as exponents of ten. */
  private static void range(
      JsonNode axis, boolean log, Consumer<Double> minimum, Consumer<Double> maximum) {
    JsonNode range = axis.path("range");
    if (range.size() == 2 && range.get(0).isNumber() && range.get(1).isNumber()) {
      double from = range.get(0).asDouble();
      double to = range.get(1).asDouble();
      minimum.accept(log ? Math.pow(10, from) : Math.min(from, to));
      maximum.accept(log ? Math.pow(10, to) : Math.max(from, to));
    }
  }

  private static Function<Double, String> labels(JsonNode axis) {
    if (!axis.has("ticktext")) {
      return Shown::tick;
    }
    Map<Double, String> words = new HashMap<>();
    for (int i = 0; i < Math.min(axis.path("tickvals").size(), axis.get("ticktext").size()); i++) {
      words.put(
          axis.get("tickvals").get(i).asDouble(),
          PlotlyText.plain(axis.get("ticktext").get(i).asText()));
    }
    // XChart draws no ticks at all if two have the same label, so blank ones differ in length.
    return value ->
        words.computeIfAbsent(Math.round(value * 1e6) / 1e6, v -> " ".repeat(words.size()));
  }
}
