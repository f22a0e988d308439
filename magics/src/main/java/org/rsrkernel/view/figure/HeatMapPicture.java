package org.rsrkernel.view.figure;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.Styler;

/** The picture of a figure that is a heat map of numbers. */
final class HeatMapPicture {

  /** From few to many, on white; safe for colour-blind readers. */
  private static final Color[] COLOURS = {
    new Color(0xfee838), new Color(0xa69d75), new Color(0x575d6d), new Color(0x00224e)
  };

  private HeatMapPicture() {}

  static boolean drawable(JsonNode trace) {
    return trace.path("type").asText().equals("heatmap")
        && trace.path("z").size() == trace.path("y").size()
        && trace.path("z").path(0).size() == trace.path("x").size();
  }

  static HeatMapChart chart(FigureJson figure) {
    JsonNode trace = figure.trace(0);
    JsonNode layout = figure.layout();
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(FigurePicture.WIDTH)
            .height(FigurePicture.HEIGHT)
            .title(PlotlyText.plain(figure.title()))
            .xAxisTitle(PlotlyText.plain(layout.path("xaxis").path("title").path("text").asText()))
            .yAxisTitle(PlotlyText.plain(layout.path("yaxis").path("title").path("text").asText()))
            .build();
    FigurePicture.style(chart.getStyler());
    chart.getStyler().setPlotContentSize(1).setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setRangeColors(COLOURS).setShowValue(false).setDrawBorder(false);
    chart.getStyler().setPlotGridLinesVisible(false).setLegendVisible(false);
    chart.getStyler().setXAxisMaxLabelCount(9);
    List<Object> x = new ArrayList<>();
    trace.get("x").forEach(value -> x.add(value.isNumber() ? value.asDouble() : value.asText()));
    List<Object> y = new ArrayList<>();
    trace.get("y").forEach(value -> y.add(value.isNumber() ? value.asDouble() : value.asText()));
    chart.addSeries("values", x, y, cells(trace.get("z")));
    return chart;
  }

  /** XChart wants column, row and value of each cell that has one. */
  private static List<Number[]> cells(JsonNode rows) {
    List<Number[]> cells = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        JsonNode value = rows.get(row).get(column);
        if (value.isNumber()) {
          cells.add(new Number[] {column, row, value.asDouble()});
        }
      }
    }
    return cells;
  }
}
