package org.rsrkernel.magic.doctor;

import java.lang.management.ManagementFactory;
import java.util.Map;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.EngineReport;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.view.figure.PlotlyLibrary;
import org.rsrkernel.view.html.Drawing;

/** Looks at everything on this machine that the verbs need. */
public final class Examination {

  private final RsrSession session;
  private final Map<String, String> environment;
  private final Diagnosis diagnosis = new Diagnosis();

  /**
   * An examination that has not begun.
   *
   * @param environment variables of this process
   */
  public Examination(RsrSession session, Map<String, String> environment) {
    this.session = session;
    this.environment = environment;
  }

  /** Looks at it all; what does not work becomes a problem in the diagnosis, never an exception. */
  public Diagnosis diagnosis() {
    versions();
    memory();
    engine();
    new FolderExamination(session, diagnosis).look();
    drawing();
    diagnosis.found(
        "plotly.js",
        PlotlyLibrary.installed()
            .map(library -> library.file().toString())
            .orElseGet(this::missingPlotly));
    return diagnosis;
  }

  private void versions() {
    diagnosis.found("Java (RSR)", KernelVersion.find());
    diagnosis.found(
        "System",
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    diagnosis.found("Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
  }

  private void memory() {
    diagnosis.found(
        "Java memory",
        "%,d MB at most (-Xmx); a student's weights lie outside it"
            .formatted(Runtime.getRuntime().maxMemory() >> 20));
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      diagnosis.found(
          "Machine memory",
          "%,d MB, %,d MB of them unused"
              .formatted(system.getTotalMemorySize() >> 20, system.getFreeMemorySize() >> 20));
    }
  }

  private void engine() {
    try {
      EngineReport report = EngineReport.take();
      diagnosis.found("Engine", report.engine());
      diagnosis.found("Threads", report.threads() + " of " + report.processors() + " processors");
      diagnosis.found("Devices", String.join("; ", report.devices()));
      diagnosis.found("dtype that auto takes", report.autoDtype());
      report.problems().forEach(diagnosis::wrong);
    } catch (StudentException e) {
      diagnosis.found("Engine", "does not work");
      diagnosis.wrong("the engine does not work", e.getMessage());
    }
    if (!"passive".equalsIgnoreCase(environment.getOrDefault("OMP_WAIT_POLICY", ""))) {
      diagnosis.wrong(
          "OMP_WAIT_POLICY is not set to passive: scoring takes many times longer while other programs run",
          "Set it before the kernel starts; the kernelspec that ./install writes does.");
    }
  }

  /** Pictures need fonts, which minimal systems come without. */
  private void drawing() {
    if (Drawing.possible()) {
      diagnosis.found("Pictures", "can be drawn");
      return;
    }
    diagnosis.found("Pictures", "cannot be drawn");
    diagnosis.wrong(
        "Java finds no fonts, so figures have no PNG",
        "Install some (Debian, Ubuntu: apt-get install fontconfig fonts-dejavu-core).");
  }

  private String missingPlotly() {
    diagnosis.wrong("plotly.js was not found: figures stay pictures", "Run ./install again.");
    return "not found";
  }
}
