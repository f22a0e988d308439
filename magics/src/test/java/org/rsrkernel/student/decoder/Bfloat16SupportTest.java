package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Processors as the Linux kernel lists them. */
class Bfloat16SupportTest {

  @Test
  void intelWithTileInstructions_isFast() {
    assertThat(Bfloat16Support.inProcessorList("flags\t\t: fpu avx512f avx512_bf16 amx_bf16\n"))
        .contains("amx_bf16");
  }

  @Test
  void amdWithVectorInstructions_isFast() {
    assertThat(Bfloat16Support.inProcessorList("flags\t\t: fpu avx2 avx512_bf16 avx512f\n"))
        .contains("avx512_bf16");
  }

  @Test
  void armWithInstructions_isFast() {
    assertThat(Bfloat16Support.inProcessorList("Features\t: fp asimd i8mm bf16\n"))
        .contains("bf16");
  }

  @Test
  void processorWithout_isNot() {
    assertThat(Bfloat16Support.inProcessorList("flags\t\t: fpu avx2 avx512f\n")).isEmpty();
  }
}
