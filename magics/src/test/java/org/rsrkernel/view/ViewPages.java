package org.rsrkernel.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes renderings as pages and as MIME bundles, which the browser tests open. */
final class ViewPages {

  private static final Path FOLDER = Path.of("target", "view-pages");

  private static final ObjectMapper JSON = new ObjectMapper();

  private ViewPages() {}

  static void write(String name, Rendering... renderings) {
    StringBuilder page =
        new StringBuilder(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%s</title>
            <link rel="icon" href="data:,">
            <style>@media (prefers-color-scheme: dark) { body { background: #111 } }</style>
            </head><body>
            """
                .formatted(name));
    for (Rendering rendering : renderings) {
      page.append(rendering.html()).append('\n');
    }
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(name + ".html"), page.append("</body></html>\n"));
      for (Rendering rendering : renderings) {
        Files.writeString(
            FOLDER.resolve(name + ".json"), JSON.writeValueAsString(rendering.mimeBundle()));
        if (rendering.png().length > 0) {
          Files.write(FOLDER.resolve(name + ".png"), rendering.png());
        }
      }
    } catch (IOException e) {
      throw new AssertionError("cannot write " + FOLDER.toAbsolutePath(), e);
    }
  }
}
