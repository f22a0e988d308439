package org.rsrkernel.student.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GpuDiagnosisTest {

  private static final NvidiaHardware NONE = new NvidiaHardware(List.of(), Optional.empty(), false);

  @Test
  void machineWithoutCard_hasNoProblem() {
    assertThat(GpuDiagnosis.unseen(NONE, false, 0)).isEmpty();
    assertThat(GpuDiagnosis.unseen(NONE, true, 0)).isEmpty();
  }

  @Test
  void gpusThatAreSeen_areNoProblem() {
    assertThat(GpuDiagnosis.unseen(card("550.54.15", true), true, 2)).isEmpty();
  }

  @Test
  void cardWithoutDriver_needsOne() {
    NvidiaHardware hardware =
        new NvidiaHardware(List.of("NVIDIA card at 01"), Optional.empty(), false);
    assertThat(GpuDiagnosis.unseen(hardware, true, 0).orElseThrow())
        .hasToString(
            "NVIDIA card at 01 is here, but no NVIDIA driver is running. Install driver 525 or newer"
                + " and restart; students compute on the CPU until then.");
  }

  @ParameterizedTest
  @CsvSource({
    "470.82.01, true, true, is too old for CUDA 12, Install driver 525 or newer.",
    "550.54.15, false, true, built for the CPU alone, Run ./install --gpu and restart the kernel.",
    "550.54.15, true, false, /dev/nvidiactl cannot be opened, docker run --gpus all",
    "550.54.15, true, true, libtorch sees no GPU, CUDA_VISIBLE_DEVICES"
  })
  void whatKeepsLibtorchFromACard_isNamedWithItsRemedy(
      String driver, boolean cudaLibrary, boolean open, String what, String remedy) {
    Problem problem = GpuDiagnosis.unseen(card(driver, open), cudaLibrary, 0).orElseThrow();
    assertThat(problem.what()).contains(what);
    assertThat(problem.remedy()).contains(remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "CUDA error: no kernel image is available for execution on the device, a card of this age",
    "CUDA out of memory. Tried to allocate 2.00 MiB, nvidia-smi shows which",
    "CUDA driver version is insufficient for CUDA runtime version, Install NVIDIA driver 525",
    "CUDA error: unspecified launch failure, %rsr doctor --report FILE"
  })
  void failureOfADevice_isGivenTheRemedyThatItsMessageCallsFor(String message, String remedy) {
    Problem problem = GpuDiagnosis.failed("gpu:1", message);
    assertThat(problem.what()).isEqualTo("gpu:1 does not compute: " + message);
    assertThat(problem.remedy()).contains(remedy);
  }

  private static NvidiaHardware card(String driver, boolean open) {
    return new NvidiaHardware(List.of("NVIDIA A100"), Optional.of(driver), open);
  }
}
