package org.rsrkernel.student.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.LikelyToken;

/** Figures of the tiled head against sums over whole rows of logits, in double precision. */
class HeadTest {

  private static final int HIDDEN = 2;

  @Test
  void tiles_ofAnyWidthGiveTheFiguresOfWholeRows() {
    SplittableRandom random = new SplittableRandom(11);
    int vocabulary = 37;
    float[] head = new float[vocabulary * HIDDEN];
    for (int i = 0; i < head.length; i++) {
      head[i] = (float) (random.nextDouble() * 80 - 40); // targets lie up to 200 nats away
    }
    float[] states = {1, 1, -2, 0.5f, 0, 0};
    long[] targets = {3, 20, 36};
    for (int columns : new int[] {1, 5, 36, 37, 1000}) {
      List<float[]> figures = score(states, targets, head, columns);
      for (int row = 0; row < targets.length; row++) {
        assertFigures(figures, row, logits(states, row, head), (int) targets[row]);
      }
    }
  }

  @Test
  void tokensThatTieWithTheTarget_shareItsRank() {
    float[] head = {1, 0, 3, 0, 1, 0, 1, 0, 2, 0}; // logits 1, 3, 1, 1, 2 of the state (1, 0)

    assertThat(score(new float[] {1, 0}, new long[] {2}, head, 2).get(0)[0]).isEqualTo(3);
  }

  @Test
  void logitThatIsNoNumber_givesNoNumber() {
    float[] head = {1, 0, Float.NaN, 0};

    assertThat(score(new float[] {1, 0}, new long[] {0}, head, 2).get(1)[0]).isNaN();
  }

  @Test
  void likeliestTokens_areThoseOfTheLargestLogits() {
    float[] head = {1, 0, 3, 0, 0, 0, 2, 0}; // logits 1, 3, 0, 2 of the state (1, 0)
    double mass = Math.exp(1) + Math.exp(3) + 1 + Math.exp(2);

    List<List<LikelyToken>> likeliest = likeliest(new float[] {1, 0, -1, 0}, head, 2);

    assertThat(likeliest).hasSize(2);
    assertThat(likeliest.get(0)).extracting(LikelyToken::tokenId).containsExactly(1, 3);
    assertThat(likeliest.get(0).get(0).probability()).isCloseTo(Math.exp(3) / mass, within(1e-6));
    assertThat(likeliest.get(1)).extracting(LikelyToken::tokenId).containsExactly(2, 0);
    assertThat(likeliest(new float[] {1, 0}, head, 9).get(0)).hasSize(4);
  }

  private static void assertFigures(List<float[]> figures, int row, double[] logits, int target) {
    double peak = Double.NEGATIVE_INFINITY;
    int rank = 1;
    for (double logit : logits) {
      peak = Math.max(peak, logit);
      rank += logit > logits[target] ? 1 : 0;
    }
    double mass = 0;
    for (double logit : logits) {
      mass += Math.exp(logit - peak);
    }
    double entropy = 0;
    double squares = 0;
    for (double logit : logits) {
      double p = Math.exp(logit - peak) / mass;
      entropy -= p > 0 ? p * Math.log(p) : 0;
      squares += p * p;
    }
    assertThat(figures.get(0)[row]).isEqualTo(rank);
    assertThat((double) figures.get(1)[row])
        .isCloseTo(peak + Math.log(mass) - logits[target], within(1e-4));
    assertThat((double) figures.get(2)[row]).isCloseTo(entropy, within(1e-4));
    assertThat((double) figures.get(3)[row]).isCloseTo(squares, within(1e-5));
  }

  private static double[] logits(float[] states, int row, float[] head) {
    double[] logits = new double[head.length / HIDDEN];
    for (int token = 0; token < logits.length; token++) {
      for (int i = 0; i < HIDDEN; i++) {
        logits[token] += (double) states[row * HIDDEN + i] * head[token * HIDDEN + i];
      }
    }
    return logits;
  }

  /** Rank, surprisal, entropy, Σ p². */
  private static List<float[]> score(float[] states, long[] targets, float[] head, int columns) {
    try (PtNDManager manager = TorchRuntime.openManager(Device.CPU);
        DecoderProgram program = new DecoderProgram(manager, settings(head).attributes());
        IValue ends = IValue.stringMapFrom(Map.of("head", matrix(manager, head)))) {
      return program
          .score(
              manager, matrix(manager, states), (PtNDArray) manager.create(targets), ends, columns)
          .stream()
          .map(HeadTest::floats)
          .toList();
    }
  }

  private static List<List<LikelyToken>> likeliest(float[] states, float[] head, int count) {
    try (PtNDManager manager = TorchRuntime.openManager(Device.CPU);
        DecoderProgram program = new DecoderProgram(manager, settings(head).attributes());
        IValue ends = IValue.stringMapFrom(Map.of("head", matrix(manager, head)))) {
      List<PtNDArray> found = program.likeliest(manager, matrix(manager, states), ends, count);
      return LikelyToken.rows(
          states.length / HIDDEN, found.get(0).toLongArray(), found.get(1).toFloatArray());
    }
  }

  private static ProgramSettings settings(float[] head) {
    return new ProgramSettings(
        new DecoderShape(head.length / HIDDEN, HIDDEN, 1, 1, 1, HIDDEN, 1, 1), 1e-6);
  }

  private static float[] floats(PtNDArray figures) {
    Number[] numbers = figures.toArray();
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = numbers[i].floatValue();
    }
    return floats;
  }

  private static PtNDArray matrix(PtNDManager manager, float[] values) {
    return (PtNDArray) manager.create(values, new Shape(values.length / HIDDEN, HIDDEN));
  }
}
