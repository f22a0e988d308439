package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.rsrkernel.student.ComputeType;

/**
 * A layer of one long sequence, its rows divided among lanes. Shares of rows are even, except in
 * the attention, where later rows see more keys and have as many as give every lane the same work.
 */
final class LaneStep implements LayerStep {

  private final DecoderProgram program;
  private final Lanes lanes;
  private final int[] evenShares; // where each lane's rows start, and where the last one's end
  private final int[] attentionShares;
  private final PtNDArray queries; // [N, Q, H]
  private final PtNDArray keys; // [N, K, H]
  private final PtNDArray values; // [N, K, H]
  private final PtNDArray attended; // [N, Q, H]

  /**
   * @param pass owns what the lanes share
   * @param tokens of the sequence, N
   */
  LaneStep(
      DecoderProgram program,
      Lanes lanes,
      PtNDManager pass,
      DecoderShape shape,
      ComputeType type,
      int tokens) {
    this.program = program;
    this.lanes = lanes;
    double count = lanes.count();
    this.evenShares = shares(lane -> tokens * (lane / count));
    this.attentionShares = shares(lane -> tokens * Math.sqrt(lane / count));
    long[] ofQueries = {tokens, shape.heads(), shape.headSize()};
    long[] ofKeys = {tokens, shape.keyHeads(), shape.headSize()};
    PtNDArray here = (PtNDArray) pass.create(0f);
    this.queries = program.allocate(pass, ofQueries, type, here);
    this.keys = program.allocate(pass, ofKeys, type, here);
    this.values = program.allocate(pass, ofKeys, type, here);
    this.attended = program.allocate(pass, ofQueries, type, here);
  }

  private int[] shares(IntToDoubleFunction start) {
    return IntStream.rangeClosed(0, lanes.count())
        .map(lane -> (int) Math.round(start.applyAsDouble(lane)))
        .toArray();
  }

  @Override
  public PtNDArray of(PtNDArray states, List<PtNDArray> rotation, long window, IValue weights)
      throws InterruptedException {
    inShares(
        evenShares,
        (start, rows) ->
            program.laneHeads(queries, keys, values, states, rotation, start, rows, weights));
    inShares(
        attentionShares,
        (start, rows) -> program.laneAttention(attended, queries, keys, values, start, rows));
    inShares(evenShares, (start, rows) -> program.laneRest(states, attended, start, rows, weights));
    return states;
  }

  /** What a lane does with its rows. */
  @FunctionalInterface
  private interface Share {
    void of(int start, int rows);
  }

  private void inShares(int[] shares, Share work) throws InterruptedException {
    lanes.each(lane -> work.of(shares[lane], shares[lane + 1] - shares[lane]));
  }
}
