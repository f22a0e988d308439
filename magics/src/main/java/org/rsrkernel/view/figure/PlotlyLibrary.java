package org.rsrkernel.view.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.rsrkernel.view.html.Packed;

/**
 * The plotly.js that lies beside the kernel's specification. Pages load it from Jupyter; an output
 * that must work elsewhere carries a copy.
 *
 * @param file {@code plotly.min.js}
 */
public record PlotlyLibrary(Path file) {

  /** The system property that names the file; the kernel's specification sets it. */
  public static final String PROPERTY = "rsr.plotly";

  /** The file that the kernel was started with; empty if there is none. */
  public static Optional<PlotlyLibrary> installed() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .map(PlotlyLibrary::new);
  }

  /**
   * The file as an inert script element, gzip in base64. One in a page serves all its figures.
   *
   * @throws FigureException if the file cannot be read
   */
  public String embedded() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(2 << 20);
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      Files.copy(file, gzip);
    } catch (IOException e) {
      throw new FigureException("cannot read " + file + "; install the kernel again", e);
    }
    return Packed.script("plotly", packed.toByteArray());
  }
}
