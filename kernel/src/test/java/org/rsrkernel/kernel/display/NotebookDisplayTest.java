package org.rsrkernel.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

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
            "<table><tbody><tr><td>x</td><td>1</td></tr>"
                + "<tr><td>name</td><td>&lt;a&gt;</td></tr></tbody></table>");
  }

  @Test
  void recordsInAList_areRows() {
    assertThat(shown(List.of(new Point(1, "a"), new Point(2, "b"))).get("text/html").getAsString())
        .isEqualTo(
            "<table><thead><tr><th>x</th><th>name</th></tr></thead><tbody>"
                + "<tr><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr></tbody></table>");
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
    assertThat(shown(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)).has("image/png"))
        .isTrue();
  }

  @Test
  void exception_isItsStackTrace() {
    assertThat(text(new IllegalStateException("why")))
        .startsWith("java.lang.IllegalStateException: why\n\tat ");
  }

  private JsonObject shown(Object value) {
    return DisplayContent.of(display.render(value)).getAsJsonObject("data");
  }

  private String text(Object value) {
    return shown(value).get("text/plain").getAsString();
  }
}
