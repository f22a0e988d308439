package org.rsrkernel.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rsrkernel.kernel.stream.CellOutput;

class NotebookDisplayTest {
  private final CellOutput output = new CellOutput(System.out);
  private final NotebookDisplay display = new NotebookDisplay(output);

  record Point(int x, String name) {}

  @AfterEach
  void close() {
    output.close();
  }

  @Test
  void record_isATableOfItsComponents() {
    JsonObject shown = shown(new Point(1, "<a>"));
    assertThat(shown.get("text/plain").getAsString()).isEqualTo("Point[x=1, name=<a>]");
    assertThat(shown.get("text/html").getAsString())
        .isEqualTo(
            table(
                "<tbody><tr><td*>x</td><td*>1</td></tr>"
                    + "<tr><td*>name</td><td*>&lt;a&gt;</td></tr></tbody>"));
  }

  @Test
  void recordsInAList_areRows() {
    assertThat(shown(List.of(new Point(1, "a"), new Point(2, "b"))).get("text/html").getAsString())
        .isEqualTo(
            table(
                "<thead><tr><th>x</th><th*>name</th></tr></thead><tbody>"
                    + "<tr><td>1</td><td*>a</td></tr><tr><td>2</td><td*>b</td></tr></tbody>"));
  }

  @Test
  void otherList_isTextOnly() {
    assertThat(shown(List.of("a", "b")).keySet()).containsExactly("text/plain");
  }

  @Test
  void nestedArrays_showTheirElements() {
    assertThat(text(new int[][] {{1, 2}, {3}})).isEqualTo("[[1, 2], [3]]");
    assertThat(text(new double[] {0.5})).isEqualTo("[0.5]");
    assertThat(text(Map.of("a", new char[] {'x'}))).isEqualTo("{a=[x]}");
  }

  @Test
  void longCollection_isCut() {
    assertThat(text(Collections.nCopies(2000, 1)))
        .hasSizeLessThan(4000)
        .endsWith("1, … 2000 in all]");
  }

  @Test
  void image_isAPng() {
    JsonObject shown = shown(new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB));
    assertThat(shown.has("image/png")).isTrue();
    assertThat(shown.get("text/plain").getAsString()).isEqualTo("image, 2 × 3 pixels");
  }

  @Test
  void arrayOfRecordsAndListOfMaps_areTables() {
    assertThat(shown(new Point[] {new Point(1, "a")}).get("text/html").getAsString())
        .isEqualTo(
            table(
                "<thead><tr><th>x</th><th*>name</th></tr></thead><tbody>"
                    + "<tr><td>1</td><td*>a</td></tr></tbody>"));
    assertThat(shown(List.of(Map.of("x", 1), Map.of("y", "<2>"))).get("text/html").getAsString())
        .isEqualTo(
            table(
                "<thead><tr><th>x</th><th*>y</th></tr></thead><tbody>"
                    + "<tr><td>1</td><td*></td></tr><tr><td></td><td*>&lt;2&gt;</td></tr></tbody>"));
  }

  @Test
  void valueAsANamedType_isThatTypeAlone() {
    assertThat(as(new Point(1, "a"), "application/json"))
        .isEqualTo("{\"application/json\":{\"x\":1,\"name\":\"a\"}}");
    assertThat(as("{\"a\": [1]}", "application/json"))
        .isEqualTo("{\"application/json\":{\"a\":[1]}}");
    assertThat(as("<b>a</b>", "text/html")).isEqualTo("{\"text/html\":\"<b>a</b>\"}");
    assertThat(as(List.of("<"), "text/html")).isEqualTo("{\"text/html\":\"<pre>[&lt;]</pre>\"}");
    assertThat(as(new byte[] {1, 2}, "image/png")).isEqualTo("{\"image/png\":\"AQI=\"}");
    assertThat(as(3, "text/markdown")).isEqualTo("{\"text/markdown\":\"3\"}");
  }

  @Test
  void valueAsATypeItCannotBe_saysSo() {
    assertThatThrownBy(() -> display.renderAs(3, "image/png"))
        .hasMessage("a value of type java.lang.Integer cannot be shown as image/png");
    assertThatThrownBy(() -> display.renderAs("{no", "application/json"))
        .hasMessageStartingWith("this cannot be shown as JSON: ");
  }

  @Test
  void exception_isItsStackTrace() {
    assertThat(text(new IllegalStateException("why")))
        .startsWith("java.lang.IllegalStateException: why\n\tat ");
  }

  /** A table whose cells with a star begin at the left. */
  private static String table(String rows) {
    return "<table>" + rows.replace("*>", " style=\"text-align:left\">") + "</table>";
  }

  private JsonObject shown(Object value) {
    return DisplayContent.of(display.render(value)).getAsJsonObject("data");
  }

  private String as(Object value, String mimeType) {
    return DisplayContent.of(display.renderAs(value, mimeType)).get("data").toString();
  }

  private String text(Object value) {
    return shown(value).get("text/plain").getAsString();
  }
}
