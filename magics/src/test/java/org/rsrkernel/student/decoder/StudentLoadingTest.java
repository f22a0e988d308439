package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.RowScores;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.TinyStudentFiles;

/** Opening students: what their files must hold. */
class StudentLoadingTest {

  @Test
  void unknownArchitecture_isNamedWithThoseSupported() {
    TinyStudentFiles files = TinyStudentFiles.of("llama");
    files.config().put("model_type", "mamba");

    assertRefused(
        files,
        "llama: model_type 'mamba' in config.json is not supported; these are: gemma, gemma2,"
            + " gemma3_text, gpt2, gpt_neox, llama, mistral, olmo2, phi3, qwen2, qwen3, qwen3_moe");
  }

  @Test
  void missingTensor_isNamed() {
    assertRefused(
        TinyStudentFiles.of("qwen2").without("model.layers.1.self_attn.k_proj.bias"),
        "qwen2: tensor 'model.layers.1.self_attn.k_proj.bias' is missing; its configuration asks"
            + " for it, in shape [16]");
  }

  @Test
  void tensorOfAnotherShape_isNamed() {
    TinyStudentFiles files = TinyStudentFiles.of("llama");
    files.config().put("intermediate_size", 64);

    assertRefused(
        files,
        "llama: tensor 'model.layers.0.mlp.gate_proj.weight' has shape [48, 32], but its"
            + " configuration asks for [64, 32]");
  }

  @Test
  void tensorThatNothingReads_isNamed() {
    TinyStudentFiles files = TinyStudentFiles.of("qwen3");
    files.config().put("model_type", "llama");

    assertRefused(
        files,
        "qwen3: 4 tensors do not belong to its architecture:"
            + " model.layers.0.self_attn.k_norm.weight, model.layers.0.self_attn.q_norm.weight,"
            + " model.layers.1.self_attn.k_norm.weight, model.layers.1.self_attn.q_norm.weight");
  }

  @Test
  void namesWithoutTheUsualPrefix_areFound() throws InterruptedException {
    TinyStudentFiles files = TinyStudentFiles.of("gpt2");

    assertThat(surprisals(TinyStudentFiles.of("gpt2").leavingOut("transformer.")))
        .isEqualTo(surprisals(files));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hidden_size | \"32\" | must be a whole number",
        "num_hidden_layers | 0 | must be between 1 and 16777216",
        "num_hidden_layers | 1000000 | asks for 1000000 layers, but at most 1024 are supported",
        "vocab_size | 1099511627776 | must be between 1 and 16777216",
        "rms_norm_eps | -1 | must be between 0.0 and 1.0",
        "rope_parameters | \"linear\" | must be an object",
        "rope_parameters | {\"rope_type\": \"linear\", \"factor\": 0} | must be between 1.0E-6",
        "num_key_value_heads | 3 | 4 heads cannot share 3 key heads",
        "hidden_act | \"relu\" | these are supported: silu, gelu, gelu_new, gelu_pytorch_tanh",
        "rope_parameters | {\"rope_type\": \"spiral\"} | rotary embedding 'spiral' is not supported",
      })
  void configurationThatMakesNoSense_isRefused(String field, String value, String message)
      throws JsonProcessingException {
    TinyStudentFiles files = TinyStudentFiles.of("llama");
    files.config().set(field, new ObjectMapper().readTree(value));

    assertThatThrownBy(() -> open(files))
        .isInstanceOf(StudentException.class)
        .hasMessageContaining(message);
  }

  private static void assertRefused(TinyStudentFiles files, String message) {
    assertThatThrownBy(() -> open(files)).isInstanceOf(StudentException.class).hasMessage(message);
  }

  private static Student open(TinyStudentFiles files) {
    return Student.open(files, TinyBatches.onCpu(Dtype.FLOAT32));
  }

  private static float[] surprisals(TinyStudentFiles files) throws InterruptedException {
    try (Student student = open(files)) {
      RowScores scores =
          student.forward(TinyBatches.alone(files.expected().get("sequences").get(2)));
      return scores.surprisal();
    }
  }
}
