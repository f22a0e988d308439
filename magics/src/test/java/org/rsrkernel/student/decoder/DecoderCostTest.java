package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.PassCost;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.TinyStudentFiles;

class DecoderCostTest {

  /** 2 layers of 4 query and 2 key heads of 8 values, hidden size 32, inner 48, vocabulary 320. */
  @Test
  void passOfALlama_isCountedFromItsShape() {
    PassCost cost = DecoderCost.of(TinyStudentFiles.of("llama"));

    int queryKeyValue = 32 * (32 + 16 + 16);
    int weights = queryKeyValue + 32 * 32 + 3 * 32 * 48;
    assertThat(cost.perToken()).isEqualTo(2 * 2.0 * weights);
    assertThat(cost.perPair()).isEqualTo(2 * 2.0 * 2 * 32);
    assertThat(cost.perLogits()).isEqualTo(2.0 * 32 * 320);
    assertThat(cost.of(3, 6, 1))
        .isEqualTo(3 * cost.perToken() + 6 * cost.perPair() + cost.perLogits());
  }

  @Test
  void expertsThatATokenSkips_costNothing() {
    double perToken = DecoderCost.of(TinyStudentFiles.of("qwen3-moe")).perToken();

    try (Student student =
        Student.open(TinyStudentFiles.of("qwen3-moe"), TinyBatches.onCpu(Dtype.FLOAT32))) {
      assertThat(perToken).isPositive().isLessThan(2.0 * student.card().parameters());
      assertThat(student.batchTokens()).isBetween(128, 2048);
    }
  }
}
