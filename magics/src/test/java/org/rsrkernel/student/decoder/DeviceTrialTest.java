package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rsrkernel.student.Device;

class DeviceTrialTest {

  @Test
  void cpu_computesTheKnownResult() {
    assertThat(DeviceTrial.millis(Device.CPU)).isPositive();
  }
}
