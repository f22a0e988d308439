package org.rsrkernel.magic.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.rsrkernel.magic.doctor.BugReport;
import org.rsrkernel.magic.doctor.Diagnosis;
import org.rsrkernel.magic.doctor.Examination;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.view.Rendering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %rsr doctor}: what works on this machine, and the remedy for what does not. */
@Command(
    name = "doctor",
    description = "Check Java, the engine, devices, folders and the student.",
    footer = {"", "%%rsr doctor --report bug.md"})
public final class DoctorVerb extends Verb<Rendering> {

  private final RsrSession session;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write what was found into a file to send with a bug report. It holds no private paths,"
              + " names or texts; read it through before you send it.")
  private Path report;

  DoctorVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public Rendering call() throws IOException {
    Map<String, String> environment = System.getenv();
    Diagnosis diagnosis = new Examination(session, environment).diagnosis();
    if (report != null) {
      Files.writeString(
          report, new BugReport(diagnosis, session.lastFailure(), environment).text());
    }
    return diagnosis.card();
  }
}
