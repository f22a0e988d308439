package org.rsrkernel.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.ScatterTrace;

class FigurePictureTest {

  private static final int WHITE = 0xffffff;

  @Test
  void longTitle_isNotCut() throws IOException {
    String title = "Spearman of rsr with accuracy −0.90 (−1.00 … −0.41), five teachers, ".repeat(2);
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(FigurePicture.png(figureTitled(title))));

    for (int x : new int[] {0, picture.getWidth() - 1}) {
      assertThat(IntStream.range(0, picture.getHeight()).map(y -> picture.getRGB(x, y) & WHITE))
          .containsOnly(WHITE);
    }
  }

  private static FigureJson figureTitled(String title) {
    double[] some = {1, 2};
    FigureJson figure =
        FigureJson.of(
            new Figure(Layout.builder().build(), ScatterTrace.builder(some, some).build()));
    figure.layout().putObject("title").put("text", title);
    return figure;
  }
}
