package org.rsrkernel.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.BoxPlot;
import tech.tablesaw.plotly.api.Histogram;
import tech.tablesaw.plotly.api.VerticalBarPlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;

class TablesawFigureReaderTest {

  private static final Table TABLE =
      Table.create(
          "t",
          StringColumn.create("teacher", "a", "b", "c"),
          DoubleColumn.create("rsr", 3.5, 2, 4));

  @Test
  void layout_titlesBecomeObjectsAndAreNotEscapedTwice() {
    Layout layout =
        Layout.builder()
            .title("It's <RSR> & \"rank\"")
            .xAxis(Axis.builder().title("n'est pas").build())
            .build();
    FigureJson figure = FigureJson.of(new Figure(layout, trace(1, 2)));
    assertThat(figure.title()).isEqualTo("It's <RSR> & \"rank\"");
    assertThat(figure.layout().at("/xaxis/title/text").asText()).isEqualTo("n'est pas");
    assertThat(figure.layout().has("width")).as("a width nobody chose").isFalse();
  }

  @Test
  void trace_nanBecomesNull() {
    FigureJson figure = FigureJson.of(new Figure(trace(1, Double.NaN)));
    assertThat(figure.trace(0).get("y").toString()).isEqualTo("[1,null]");
  }

  @Test
  void trace_ofWordsKeepsThem() {
    FigureJson figure = FigureJson.of(VerticalBarPlot.create("bars", TABLE, "teacher", "rsr"));
    assertThat(figure.trace(0).get("x").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
    assertThat(figure.trace(0).get("y").toString()).isEqualTo("[3.5,2,4]");
  }

  @Test
  void trace_opacityAndNameAreWhatTheyWere() {
    ScatterTrace trace =
        ScatterTrace.builder(new double[] {1}, new double[] {2})
            .name("line one\nline two")
            .opacity(0.5)
            .build();
    FigureJson figure = FigureJson.of(new Figure(trace));
    assertThat(figure.trace(0).get("opacity").isNumber()).isTrue();
    assertThat(figure.trace(0).get("name").asText()).isEqualTo("line one\nline two");
  }

  @Test
  void figures_withoutPictureAreWordsInstead() {
    assertThat(FigureView.of(BoxPlot.create("boxes", TABLE, "teacher", "rsr")).html())
        .contains("<pre>boxes (1 traces; shown as a plot in HTML)</pre>");
    assertThat(FigureView.of(Histogram.create("bins", TABLE, "rsr")).png()).isEmpty();
  }

  @Test
  void library_isPackedIntoThePage(@TempDir Path folder) throws Exception {
    Path script = Files.writeString(folder.resolve("plotly.min.js"), "window.Plotly = {};");
    String html = new PlotlyLibrary(script).embedded();
    String base64 = html.substring(html.indexOf('>') + 1, html.lastIndexOf("</script>"));
    GZIPInputStream unpacked =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("window.Plotly = {};");
  }

  private static ScatterTrace trace(double... y) {
    double[] x = new double[y.length];
    return ScatterTrace.builder(x, y).build();
  }
}
