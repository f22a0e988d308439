package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.TinyStudentFiles;

/**
 * Whatever is broken in a family moves its figures further than the comparison with transformers
 * lets pass, so that {@link DecoderFamiliesTest} would fail.
 */
class BrokenFamiliesTest {

  private static final float TOLERANCE = 2e-4f; // what counts as equal to transformers
  private static final int SHORT = 2; // of 60 tokens, longer than most windows
  private static final int LONG = 3; // of 400

  /** Of the last layer, and what lies before and after all layers. */
  @ParameterizedTest
  @MethodSource("families")
  void everyTensor_matters(String name) throws InterruptedException {
    float[] intact = surprisals(TinyStudentFiles.of(name), SHORT);
    assertThat(largestDifference(surprisals(TinyStudentFiles.of(name).unmappable(), SHORT), intact))
        .as("read instead of mapped")
        .isZero();
    for (String tensor : TinyStudentFiles.of(name).names()) {
      if (tensor.contains(".0.")) {
        continue;
      }
      float[] broken = surprisals(TinyStudentFiles.of(name).zeroing(tensor), SHORT);
      assertThat(largestDifference(broken, intact)).as(tensor).isGreaterThan(TOLERANCE);
    }
  }

  /** Slips of a configuration's reader: another number, another choice, a switch the other way. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "llama | rms_norm_eps | 0.002",
        "llama | hidden_act | 'gelu'",
        "llama | rope_parameters/rope_theta | 11000",
        "llama3 | rope_parameters/factor | 7",
        "llama3 | rope_parameters/low_freq_factor | 1.5",
        "llama3 | rope_parameters/high_freq_factor | 3",
        "llama3 | rope_parameters/original_max_position_embeddings | 80",
        "llama-linear | rope_parameters/factor | 2",
        "llama-dynamic | rope_parameters/factor | 2",
        "llama-dynamic | max_position_embeddings | 60",
        "llama-yarn | rope_parameters/factor | 3.5",
        "llama-yarn | rope_parameters/original_max_position_embeddings | 2048",
        "mistral | rms_norm_eps | 0.002",
        "mistral | rope_parameters/rope_theta | 11000",
        "mistral | sliding_window | 23",
        "mistral | sliding_window | null",
        "qwen2 | rms_norm_eps | 0.002",
        "qwen2 | rope_parameters/rope_theta | 900000",
        "qwen2-window | sliding_window | 21",
        "qwen2-window | use_sliding_window | false",
        "qwen2-window | layer_types | ['sliding_attention', 'full_attention']",
        "qwen3 | rms_norm_eps | 0.002",
        "qwen3 | rope_parameters/rope_theta | 11000",
        "qwen3-moe | rms_norm_eps | 0.002",
        "qwen3-moe | rope_parameters/rope_theta | 11000",
        "qwen3-moe | norm_topk_prob | false",
        "qwen3-moe | num_experts_per_tok | 1",
        "qwen3-moe | num_experts_per_tok | 3",
        "phi3 | rms_norm_eps | 0.002",
        "phi3 | rope_parameters/rope_theta | 11000",
        "phi3-longrope | sliding_window | 299",
        "phi3-longrope | rope_parameters/attention_factor | 1",
        "phi3-longrope | rope_parameters/long_factor | [1.0, 2.5, 6.0]",
        "gemma | rms_norm_eps | 0.002",
        "gemma | rope_parameters/rope_theta | 11000",
        "gemma2 | rms_norm_eps | 0.002",
        "gemma2 | rope_parameters/rope_theta | 11000",
        "gemma2 | query_pre_attn_scalar | 12",
        "gemma2 | attn_logit_softcapping | 6",
        "gemma2 | attn_logit_softcapping | null",
        "gemma2 | final_logit_softcapping | 4.1",
        "gemma2 | final_logit_softcapping | null",
        "gemma2 | sliding_window | 23",
        "gemma2 | layer_types | ['full_attention', 'sliding_attention']",
        "gemma3 | rms_norm_eps | 0.002",
        "gemma3 | query_pre_attn_scalar | 12",
        "gemma3 | sliding_window | 25",
        "gemma3 | layer_types | ['full_attention', 'sliding_attention']",
        "gemma3 | rope_parameters/full_attention/rope_theta | 900000",
        "gemma3 | rope_parameters/full_attention/factor | 7",
        "gemma3 | rope_parameters/sliding_attention/rope_theta | 11000",
        "olmo2 | rms_norm_eps | 0.002",
        "olmo2 | rope_parameters/rope_theta | 400000",
        "gpt2 | layer_norm_epsilon | 0.002",
        "gpt2 | activation_function | 'gelu'",
        "gpt-neox | layer_norm_eps | 0.002",
        "gpt-neox | hidden_act | 'gelu_new'",
        "gpt-neox | use_parallel_residual | false",
        "gpt-neox | rope_parameters/rope_theta | 11000",
        "gpt-neox-sequential | use_parallel_residual | true",
        "gpt-neox-sequential | rope_parameters/partial_rotary_factor | 0.5",
      })
  void wrongConfiguration_shows(String name, String field, String wrong)
      throws InterruptedException, JsonProcessingException {
    TinyStudentFiles files = TinyStudentFiles.of(name);
    float[] intact = surprisals(files, LONG);
    int end = field.lastIndexOf('/');
    JsonNode parent = end < 0 ? files.config() : files.config().at("/" + field.substring(0, end));
    JsonNode before =
        ((ObjectNode) parent)
            .replace(
                field.substring(end + 1), new ObjectMapper().readTree(wrong.replace('\'', '"')));

    assertThat(largestDifference(surprisals(files, LONG), intact))
        .as("instead of %s", before)
        .isGreaterThan(TOLERANCE);
  }

  /** Slips in what a family's class says, or in what the shared program makes of it. */
  @ParameterizedTest
  @MethodSource("familiesAndSlips")
  void wrongDescription_shows(String name, FamilySlip slip) throws InterruptedException {
    float[] intact = surprisals(TinyStudentFiles.of(name), LONG);
    float[] broken;
    TinyStudentFiles files = TinyStudentFiles.of(name);
    DecoderFamily family = slip.in(DecoderFamilies.of(ModelConfig.of(files)));
    try (Decoder decoder = Decoder.load(files, family, ComputeType.FLOAT32, Device.CPU, 1)) {
      broken = decoder.forward(sequence(files, LONG), 1).surprisal();
    }

    assertThat(largestDifference(broken, intact)).isGreaterThan(TOLERANCE);
  }

  static List<String> families() {
    return List.of(
        "llama-tied-bias",
        "mistral",
        "qwen2",
        "qwen3",
        "qwen3-moe",
        "phi3",
        "gemma",
        "gemma2",
        "gemma3",
        "olmo2",
        "gpt2",
        "gpt-neox");
  }

  static Stream<Arguments> familiesAndSlips() {
    return families().stream()
        .flatMap(name -> FamilySlip.thatConcern(name).map(slip -> Arguments.of(name, slip)));
  }

  /** Families that learned their positions know where a sequence begins; those that turn do not. */
  @Test
  void positionsOffByOne_showWherePositionsAreLearned() throws InterruptedException {
    assertThat(differenceOfPositionsOffByOne("gpt2")).isGreaterThan(TOLERANCE);
    assertThat(differenceOfPositionsOffByOne("llama")).isLessThan(TOLERANCE);
  }

  private static float differenceOfPositionsOffByOne(String name) throws InterruptedException {
    TinyStudentFiles files = TinyStudentFiles.of(name);
    PackedBatch right = sequence(files, SHORT);
    int[] later = IntStream.of(right.positions()).map(position -> position + 1).toArray();
    PackedBatch wrong =
        new PackedBatch(
            right.tokenIds(), later, right.segments(), right.scoredRows(), right.targetIds());
    try (Student student = open(files)) {
      return largestDifference(
          student.forward(wrong).surprisal(), student.forward(right).surprisal());
    }
  }

  private static float[] surprisals(TinyStudentFiles files, int sequence)
      throws InterruptedException {
    try (Student student = open(files)) {
      return student.forward(sequence(files, sequence)).surprisal();
    }
  }

  private static Student open(TinyStudentFiles files) {
    return Student.open(files, TinyBatches.onCpu(Dtype.FLOAT32));
  }

  private static PackedBatch sequence(TinyStudentFiles files, int index) {
    return TinyBatches.alone(files.expected().get("sequences").get(index));
  }

  private static float largestDifference(float[] a, float[] b) {
    float largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
