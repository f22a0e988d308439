package org.rsrkernel.magic.verb;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.EngineReport;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.library.RsrHome;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.card.CardView;
import org.rsrkernel.view.figure.PlotlyLibrary;
import picocli.CommandLine.Command;

/** {@code %rsr doctor}: what works on this machine, and the remedy for what does not. */
@Command(name = "doctor", description = "Check Java, the engine, devices, folders and the student.")
public final class DoctorVerb extends Verb<Rendering> {

  private final RsrSession session;

  DoctorVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Rendering call() throws IOException {
    Map<String, String> findings = new LinkedHashMap<>();
    findings.put("Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
    findings.put(
        "Java memory",
        "%,d MB at most (-Xmx); a student's weights lie outside it"
            .formatted(Runtime.getRuntime().maxMemory() >> 20));
    engine(findings);
    findings.put("Folder", RsrHome.find().folder().toString());
    findings.put("Embedded student", embeddedStudent());
    findings.put("Score cache", scoreCache());
    findings.put(
        "plotly.js",
        PlotlyLibrary.installed()
            .map(library -> library.file().toString())
            .orElse("not found: figures stay pictures. Run ./install again"));
    return CardView.of("Doctor", findings);
  }

  private static void engine(Map<String, String> findings) {
    try {
      EngineReport report = EngineReport.take();
      findings.put("Engine", report.engine());
      findings.put("Threads", report.threads() + " of " + report.processors() + " processors");
      findings.put("Devices", String.join(", ", report.devices()));
      findings.put("dtype that auto takes", report.autoDtype());
    } catch (StudentException e) {
      findings.put("Engine", "does not work: " + e.getMessage());
    }
  }

  private static String embeddedStudent() {
    return StudentLibrary.ofUser()
        .embedded()
        .map(file -> file.toString())
        .orElse("not installed. Run ./install, which fetches it");
  }

  private String scoreCache() throws IOException {
    return "%s, %.1f MB%s"
        .formatted(
            session.scores().folder(),
            session.scores().bytes() / 1e6,
            session.scores().problem().map(problem -> "; " + problem).orElse(""));
  }
}
