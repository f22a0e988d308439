package org.rsrkernel.student.machine;

import java.util.Locale;
import java.util.Optional;

/** Why a GPU that is there is not used, or fails, and what to do. */
public final class GpuDiagnosis {

  /** The oldest driver that runs CUDA 12, on Linux: CUDA's release notes, minor compatibility. */
  private static final int OLDEST_DRIVER = 525;

  private GpuDiagnosis() {}

  /**
   * Why libtorch does not see the cards.
   *
   * @param cudaLibrary whether the loaded libtorch was built for CUDA
   * @param gpus that libtorch sees
   * @return nothing if there is no card, or all is well
   */
  public static Optional<Problem> unseen(NvidiaHardware hardware, boolean cudaLibrary, int gpus) {
    if (gpus > 0 || (hardware.cards().isEmpty() && hardware.driver().isEmpty())) {
      return Optional.empty();
    }
    if (hardware.driver().isEmpty()) {
      return problem(
          String.join(", ", hardware.cards()) + " is here, but no NVIDIA driver is running",
          "Install driver %d or newer and restart; students compute on the CPU until then."
              .formatted(OLDEST_DRIVER));
    }
    String driver = hardware.driver().get();
    if (Integer.parseInt(driver.substring(0, driver.indexOf('.'))) < OLDEST_DRIVER) {
      return problem(
          "NVIDIA driver %s is too old for CUDA 12".formatted(driver),
          "Install driver %d or newer.".formatted(OLDEST_DRIVER));
    }
    if (!cudaLibrary) {
      return problem(
          "an NVIDIA driver is running, but libtorch is built for the CPU alone",
          "Run ./install --gpu and restart the kernel.");
    }
    if (!hardware.open()) {
      return problem(
          "/dev/nvidiactl cannot be opened, so this process has no GPU",
          "Start the container with its GPUs (docker run --gpus all), or ask for access to /dev/nvidia*.");
    }
    return problem(
        "libtorch sees no GPU, although driver %s runs".formatted(driver),
        "See whether nvidia-smi lists one and CUDA_VISIBLE_DEVICES hides it.");
  }

  /**
   * Why a calculation on a device failed.
   *
   * @param message of the engine
   */
  public static Problem failed(String device, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    String what = "%s does not compute: %s".formatted(device, message);
    if (text.contains("no kernel image")) {
      return new Problem(
          what, "libtorch has no code for a card of this age. Use --device cpu, or another card.");
    }
    if (text.contains("out of memory")) {
      return new Problem(
          what,
          "Other processes hold its memory; nvidia-smi shows which. End them, or take another device.");
    }
    if (text.contains("driver")) {
      return new Problem(what, "Install NVIDIA driver %d or newer.".formatted(OLDEST_DRIVER));
    }
    return new Problem(what, "Use another --device, and report it: %rsr doctor --report FILE.");
  }

  private static Optional<Problem> problem(String what, String remedy) {
    return Optional.of(new Problem(what, remedy));
  }
}
