package org.rsrkernel.magic.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.StudentException;

class BugReportTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("OMP_WAIT_POLICY", "passive", "HF_TOKEN", "hf_secret", "HOME", "/home/ana");

  @Test
  void report_holdsFindingsProblemsAndTheSettingsThatMatter() {
    Diagnosis diagnosis = new Diagnosis();
    diagnosis.found("Engine", "libtorch 2.7.1 for the CPU");
    diagnosis.wrong("the embedded student is not installed", "Run ./install.");
    assertThat(new BugReport(diagnosis, Optional.empty(), ENVIRONMENT).text())
        .contains("Engine: libtorch 2.7.1 for the CPU")
        .contains("the embedded student is not installed. Run ./install.")
        .contains("OMP_WAIT_POLICY: passive")
        .contains("Last failure, without its messages\n\n    nothing");
  }

  @Test
  void report_holdsNoPathsSecretsOrMessages() {
    Diagnosis diagnosis = new Diagnosis();
    diagnosis.found("Folder", "/home/ana/.cache/rsr");
    StudentException failure =
        new StudentException(
            "the trajectory 'My secret diary' failed", new IllegalStateException("/home/ana/x"));
    assertThat(new BugReport(diagnosis, Optional.of(failure), ENVIRONMENT).text())
        .doesNotContain("/home/ana", "hf_secret", "diary")
        .contains("org.rsrkernel.student.StudentException")
        .contains("java.lang.IllegalStateException")
        .contains("at org.rsrkernel.magic.doctor.BugReportTest.report_holdsNoPaths");
  }
}
