package org.rsrkernel.student.decoder;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.PackedBatch.Segment;

/**
 * Cosines and sines for the tokens of one batch.
 *
 * <p>Where frequencies depend on a sequence's length, that is the longest path of the tree a token
 * belongs to.
 */
final class Rotations {

  private final DecoderProgram program;
  private final PtNDManager pass; // owns the results
  private final ComputeType type;
  private final PtNDArray positions; // [N]
  private final int[] treeOfToken; // [N]
  private final List<Integer> treeLengths = new ArrayList<>();

  Rotations(
      DecoderProgram program,
      PtNDManager pass,
      ComputeType type,
      PackedBatch batch,
      PtNDArray positions) {
    this.program = program;
    this.pass = pass;
    this.type = type;
    this.positions = positions;
    this.treeOfToken = new int[batch.tokens()];
    int[] places = batch.positions();
    for (Segment segment : batch.segments()) {
      if (segment.parent() < 0) {
        treeLengths.add(0);
      }
      int tree = segment.parent() < 0 ? treeLengths.size() - 1 : treeOf(batch, segment);
      for (int row = segment.start(); row < segment.start() + segment.length(); row++) {
        treeOfToken[row] = tree;
        treeLengths.set(tree, Math.max(treeLengths.get(tree), places[row] + 1));
      }
    }
  }

  private int treeOf(PackedBatch batch, Segment segment) {
    return treeOfToken[batch.segments().get(segment.parent()).start()];
  }

  /** Cosines and sines of every token, each [N, 1, size / 2]. */
  List<PtNDArray> of(RotaryEmbedding rotary) {
    boolean alike = treeLengths.stream().allMatch(l -> l <= rotary.scaling().sameUpTo());
    List<Integer> lengths = alike ? List.of(1) : treeLengths;
    int half = rotary.size() / 2;
    float[] frequencies = new float[lengths.size() * half];
    for (int i = 0; i < lengths.size(); i++) {
      System.arraycopy(rotary.frequencies(program, lengths.get(i)), 0, frequencies, i * half, half);
    }
    int[] rows = alike ? new int[treeOfToken.length] : treeOfToken;
    return program.rotations(
        pass,
        positions,
        (PtNDArray) pass.create(frequencies, new Shape(lengths.size(), half)),
        (PtNDArray) pass.create(IntStream.of(rows).asLongStream().toArray()),
        rotary.magnitude(),
        type);
  }
}
