package org.rsrkernel.kernel.magic;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.UUID;
import org.rsrkernel.kernel.dependency.DependencyException;
import org.rsrkernel.kernel.dependency.DependencyProgress;
import org.rsrkernel.kernel.dependency.DependencyRequest;
import org.rsrkernel.kernel.dependency.MavenResolver;
import org.rsrkernel.kernel.dependency.ResolvedLibraries;
import org.rsrkernel.kernel.display.DisplayContent;
import org.rsrkernel.kernel.display.NotebookDisplay;

/** {@code %maven}: libraries with all they need, by Maven's own resolver. */
final class MavenMagic {
  private final MavenResolver resolver = new MavenResolver();
  private final ClassPathMagic classPath;
  private final NotebookDisplay display;

  MavenMagic(ClassPathMagic classPath, NotebookDisplay display) {
    this.classPath = classPath;
    this.display = display;
  }

  Object add(List<String> words) throws DependencyException {
    DependencyRequest request = DependencyRequest.parse(words);
    Progress progress = new Progress();
    ResolvedLibraries libraries = resolver.resolve(request, progress);
    progress.end();
    classPath.add(libraries);
    System.out.println(libraries.summary());
    return null;
  }

  /** One line that changes while files come. Called by several threads. */
  private final class Progress implements DependencyProgress {
    private static final long STEP_NANOS = 200_000_000L;

    private final String displayId = UUID.randomUUID().toString();
    private boolean shown;
    private long lastNanos;

    @Override
    public synchronized void downloading(String file, long bytes, long totalBytes) {
      long now = System.nanoTime();
      if (!shown || now - lastNanos > STEP_NANOS) {
        lastNanos = now;
        String of = totalBytes > 0 ? " of " + (totalBytes >> 10) : "";
        show("Downloading " + file + ": " + (bytes >> 10) + of + " KB");
      }
    }

    synchronized void end() {
      if (shown) {
        show("Downloads complete");
      }
    }

    private void show(String line) {
      DisplayData text = new DisplayData(line);
      text.setDisplayId(displayId);
      String type = shown ? "update_display_data" : "display_data";
      shown = true;
      display.publish(type, DisplayContent.of(text));
    }
  }
}
