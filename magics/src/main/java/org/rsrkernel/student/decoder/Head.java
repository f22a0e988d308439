package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rsrkernel.student.LikelyToken;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.RowScores;

/** The end of a pass: from states after all layers, [N, D], to figures of the scored rows alone. */
final class Head {

  /** Rows whose whole distributions are looked at together: 64 MB of logits at most. */
  private static final int DISTRIBUTIONS = 64;

  private final DecoderProgram program;
  private final IValue ends;
  private final HeadTiles tiles;

  Head(DecoderProgram program, IValue ends, HeadTiles tiles) {
    this.program = program;
    this.ends = ends;
    this.tiles = tiles;
  }

  /** Figures of each scored row, S in all. */
  RowScores score(PtNDManager pass, Lanes lanes, PtNDArray states, PackedBatch batch)
      throws InterruptedException {
    int rows = batch.rows();
    RowScores scores =
        new RowScores(new int[rows], new float[rows], new float[rows], new float[rows]);
    int count = tiles.over(rows);
    lanes.each(
        lane -> {
          for (int tile = lane; tile < count; tile += lanes.count()) {
            Decoder.stopIfInterrupted();
            score(
                pass,
                states,
                batch,
                start(tile, count, rows),
                start(tile + 1, count, rows),
                scores);
          }
        });
    return scores;
  }

  private static int start(int tile, int count, int rows) {
    return (int) ((long) rows * tile / count);
  }

  /** Scores rows [start, end) of those that are scored. */
  private void score(
      PtNDManager pass, PtNDArray states, PackedBatch batch, int start, int end, RowScores scores) {
    try (PtNDManager tile = (PtNDManager) pass.newSubManager()) {
      PtNDArray wanted = Decoder.longs(tile, Arrays.copyOfRange(batch.scoredRows(), start, end));
      PtNDArray expected = Decoder.longs(tile, Arrays.copyOfRange(batch.targetIds(), start, end));
      PtNDArray finished = program.finish(tile, states, wanted, ends);
      List<PtNDArray> results = program.score(tile, finished, expected, ends, tiles.columns());
      copy(results.get(0).toLongArray(), scores.rank(), start);
      System.arraycopy(results.get(1).toFloatArray(), 0, scores.surprisal(), start, end - start);
      System.arraycopy(results.get(2).toFloatArray(), 0, scores.entropy(), start, end - start);
      System.arraycopy(results.get(3).toFloatArray(), 0, scores.squareSum(), start, end - start);
    }
  }

  private static void copy(long[] from, int[] to, int start) {
    for (int i = 0; i < from.length; i++) {
      to[start + i] = (int) from[i];
    }
  }

  /** The {@code count} tokens likeliest after each scored row. */
  List<List<LikelyToken>> likeliest(
      PtNDManager pass, PtNDArray states, PackedBatch batch, int count)
      throws InterruptedException {
    List<List<LikelyToken>> likeliest = new ArrayList<>(batch.rows());
    int[] rows = batch.scoredRows();
    for (int start = 0; start < rows.length; start += DISTRIBUTIONS) {
      Decoder.stopIfInterrupted();
      int end = Math.min(start + DISTRIBUTIONS, rows.length);
      try (PtNDManager tile = (PtNDManager) pass.newSubManager()) {
        PtNDArray wanted = Decoder.longs(tile, Arrays.copyOfRange(rows, start, end));
        PtNDArray finished = program.finish(tile, states, wanted, ends);
        List<PtNDArray> found = program.likeliest(tile, finished, ends, count);
        likeliest.addAll(
            LikelyToken.rows(end - start, found.get(0).toLongArray(), found.get(1).toFloatArray()));
      }
    }
    return likeliest;
  }
}
