package org.rsrkernel.view.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.rsrkernel.view.html.Drawing;
import org.rsrkernel.view.html.SmallPng;

/**
 * Draws a figure's points and lines as a light PNG, for places without scripts.
 *
 * <p>Numeric scatter traces are drawn; of other kinds of traces there is no picture, and a machine
 * without fonts gives none either.
 */
public final class FigurePicture {

  static final int WIDTH = 760;
  static final int HEIGHT = 460;
  private static final int TITLE_SIZE = 14;
  private static final int SMALLEST_TITLE_SIZE = 9;
  private static final int TITLE_WIDTH = WIDTH - 40;
  private static final Color INK = new Color(0x1f2328);
  private static final Color GRID = new Color(0xe6e8eb);
  private static final Map<String, Marker> MARKERS =
      Map.of(
          "circle", SeriesMarkers.CIRCLE,
          "square", SeriesMarkers.SQUARE,
          "diamond", SeriesMarkers.DIAMOND,
          "triangle-up", SeriesMarkers.TRIANGLE_UP,
          "triangle-down", SeriesMarkers.TRIANGLE_DOWN,
          "cross", SeriesMarkers.PLUS,
          "x", SeriesMarkers.CROSS,
          "pentagon", SeriesMarkers.TRAPEZOID,
          "hexagon", SeriesMarkers.OVAL);

  private FigurePicture() {}

  /** The picture; empty if this kind of figure has none. */
  public static byte[] png(FigureJson figure) {
    if (!Drawing.possible()) {
      return new byte[0];
    }
    if (figure.data().size() == 1 && HeatMapPicture.drawable(figure.trace(0))) {
      return encoded(HeatMapPicture.chart(figure));
    }
    for (JsonNode trace : figure.data()) {
      if (!drawable(trace)) {
        return new byte[0];
      }
    }
    return encoded(chart(figure));
  }

  private static boolean drawable(JsonNode trace) {
    return trace.path("type").asText().startsWith("scatter")
        && !trace.path("type").asText().equals("scatter3d")
        && numeric(trace.path("x"))
        && numeric(trace.path("y"));
  }

  private static boolean numeric(JsonNode values) {
    if (!values.isArray() || values.isEmpty()) {
      return false;
    }
    for (JsonNode value : values) {
      if (!value.isNumber() && !value.isNull()) {
        return false;
      }
    }
    return true;
  }

  private static XYChart chart(FigureJson figure) {
    ObjectNode layout = figure.layout();
    int height = layout.path("height").asInt(HEIGHT);
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(height)
            .title(PlotlyText.plain(figure.title()))
            .xAxisTitle(PlotlyText.plain(layout.path("xaxis").path("title").path("text").asText()))
            .yAxisTitle(PlotlyText.plain(layout.path("yaxis").path("title").path("text").asText()))
            .build();
    style(chart.getStyler());
    chart.getStyler().setChartTitleFont(titleFont(chart.getTitle()));
    PictureAxes.apply(layout, chart.getStyler());
    for (int i = 0; i < figure.data().size(); i++) {
      add(chart, figure.trace(i), i);
    }
    annotate(chart, figure);
    return chart;
  }

  /** As large as lets a long title fit. */
  private static Font titleFont(String title) {
    FontRenderContext screen = new FontRenderContext(null, true, true);
    int size = TITLE_SIZE;
    while (size > SMALLEST_TITLE_SIZE
        && title(size).getStringBounds(title, screen).getWidth() > TITLE_WIDTH) {
      size--;
    }
    return title(size);
  }

  private static Font title(int size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, size);
  }

  /** Notes that stand on their points are moved up: XChart centres them. */
  private static void annotate(XYChart chart, FigureJson figure) {
    DoubleSummaryStatistics heights =
        StreamSupport.stream(figure.data().spliterator(), false)
            .flatMapToDouble(trace -> Arrays.stream(values(trace.get("y"))))
            .filter(Double::isFinite)
            .summaryStatistics();
    double up = 0.03 * (heights.getMax() - heights.getMin());
    for (JsonNode note : figure.layout().path("annotations")) {
      if (note.path("x").isNumber() && note.path("y").isNumber()) {
        String text = PlotlyText.plain(note.path("text").asText());
        double shift = note.path("yanchor").asText().equals("bottom") ? up : 0;
        double y = note.get("y").asDouble() + shift;
        chart.addAnnotation(new AnnotationText(text, note.get("x").asDouble(), y, false));
      }
    }
  }

  static void style(AxesChartStyler styler) {
    styler
        .setChartBackgroundColor(Color.WHITE)
        .setPlotBackgroundColor(Color.WHITE)
        .setPlotBorderVisible(false)
        .setChartFontColor(INK)
        .setChartTitleFont(title(TITLE_SIZE))
        .setChartTitleBoxVisible(false)
        .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
        .setLegendBorderColor(Color.WHITE)
        .setLegendPosition(Styler.LegendPosition.OutsideE)
        .setAnnotationTextFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11))
        .setAnnotationTextFontColor(new Color(0x59636e))
        .setMarkerSize(7);
    styler
        .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
        .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    styler.setPlotGridLinesColor(GRID);
  }

  private static void add(XYChart chart, ObjectNode trace, int index) {
    double[] x = values(trace.get("x"));
    double[] y = values(trace.get("y"));
    XYSeries series = chart.addSeries("trace " + index, x, y);
    String name = PlotlyText.plain(trace.path("name").asText(""));
    series.setLabel(name.isBlank() ? "trace " + index : name); // XChart cannot measure empty labels
    series.setShowInLegend(!name.isBlank() && trace.path("showlegend").asBoolean(true));
    Color lineColour = PictureColours.of(trace.path("line").path("color"), index);
    Color markerColour = PictureColours.of(trace.path("marker").path("color"), index);
    String mode = trace.path("mode").asText("lines");
    series.setXYSeriesRenderStyle(
        trace.path("fill").asText("none").equals("toself")
            ? XYSeriesRenderStyle.PolygonArea
            : mode.contains("lines") ? XYSeriesRenderStyle.Line : XYSeriesRenderStyle.Scatter);
    series.setFillColor(PictureColours.of(trace.path("fillcolor"), index));
    series.setLineColor(lineColour).setLineStyle(stroke(trace.path("line")));
    series.setMarker(
        mode.contains("markers")
            ? MARKERS.getOrDefault(
                trace.path("marker").path("symbol").asText(), SeriesMarkers.CIRCLE)
            : SeriesMarkers.NONE);
    series.setMarkerColor(markerColour);
  }

  private static BasicStroke stroke(JsonNode line) {
    float width = (float) line.path("width").asDouble(2);
    String dash = line.path("dash").asText("solid");
    if (dash.equals("solid")) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    float[] pattern = dash.equals("dot") ? new float[] {2, 3} : new float[] {6, 4};
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
  }

  private static double[] values(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).isNull() ? Double.NaN : array.get(i).asDouble();
    }
    return values;
  }

  private static byte[] encoded(Chart<?, ?> chart) {
    BufferedImage drawn =
        new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.dispose();
    return SmallPng.encode(drawn);
  }
}
