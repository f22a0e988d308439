package org.rsrkernel.student.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaHardwareTest {

  @TempDir Path root;

  @Test
  void machineWithoutCards_showsNothing() {
    NvidiaHardware hardware = NvidiaHardware.under(root);
    assertThat(hardware.cards()).isEmpty();
    assertThat(hardware.driver()).isEmpty();
    assertThat(hardware.open()).isFalse();
  }

  @Test
  void cardWithoutDriver_isSeenOnTheBusAmongOtherDevices() throws IOException {
    device("0000:00:1f.0", "0x8086", "0x060100");
    device("0000:01:00.0", "0x10de", "0x030200");
    device("0000:01:00.1", "0x10de", "0x040300"); // the sound of the card
    assertThat(NvidiaHardware.under(root).cards()).containsExactly("NVIDIA card at 0000:01:00.0");
  }

  @Test
  void runningDriver_tellsItsVersionAndTheModels() throws IOException {
    device("0000:01:00.0", "0x10de", "0x030200");
    write(
        "proc/driver/nvidia/version",
        """
        NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  550.54.15  Release Build
        GCC version:  gcc version 12.2.0
        """);
    write(
        "proc/driver/nvidia/gpus/0000:01:00.0/information",
        "Model: \t\t NVIDIA A100\nIRQ:   \t\t 24\n");
    write("dev/nvidiactl", "");
    NvidiaHardware hardware = NvidiaHardware.under(root);
    assertThat(hardware.cards()).containsExactly("NVIDIA A100");
    assertThat(hardware.driver()).contains("550.54.15");
    assertThat(hardware.open()).isTrue();
  }

  private void device(String address, String vendor, String kind) throws IOException {
    write("sys/bus/pci/devices/" + address + "/vendor", vendor + "\n");
    write("sys/bus/pci/devices/" + address + "/class", kind + "\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
