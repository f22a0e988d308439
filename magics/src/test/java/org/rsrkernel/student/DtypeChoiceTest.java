package org.rsrkernel.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.student.StoredTensor.StoredType;

/** What {@code --dtype} comes down to, and what the card says about it. */
class DtypeChoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "BFLOAT16 | amx_bf16 | BFLOAT16 | the weights are stored in bfloat16 and cpu is fast at bfloat16 (amx_bf16)",
        "FLOAT16  | amx_bf16 | BFLOAT16 | the weights are stored in float16 and cpu is fast at bfloat16 (amx_bf16)",
        "BFLOAT16 | -        | FLOAT32  | the weights are stored in bfloat16, but cpu is not fast at bfloat16",
        "FLOAT32  | amx_bf16 | FLOAT32  | the weights are stored in float32",
        "-        | amx_bf16 | FLOAT32  | the weights are quantised",
      })
  void auto_heedsWhatIsStoredAndTheDevice(
      StoredType stored, String support, ComputeType type, String reason) {
    assertThat(
            DtypeChoice.automatic(
                Optional.ofNullable(support), Device.CPU, Optional.ofNullable(stored)))
        .isEqualTo(new DtypeChoice(type, reason));
  }

  @Test
  void typeThatMostValuesHave_decides() {
    TinyStudentFiles stored = TinyStudentFiles.of("llama"); // in float32
    assertThat(DtypeChoice.of(Dtype.AUTO, Device.CPU, stored.weights()).reason())
        .isEqualTo("the weights are stored in float32");
  }

  @Test
  void askedFor_isTaken() {
    TinyStudentFiles stored = TinyStudentFiles.of("llama");
    assertThat(DtypeChoice.of(Dtype.FLOAT16, Device.CPU, stored.weights()))
        .isEqualTo(new DtypeChoice(ComputeType.FLOAT16, "as asked"));
  }
}
