package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.decoder.RotaryEmbedding.Powers;

/**
 * The TorchScript program of {@code decoder.torchscript.py}, its methods as Java methods.
 *
 * <p>Tensors that come back are owned by the manager given. Their type is the computing type, which
 * Java must not ask for: this engine's Java side ends the process at a bfloat16.
 */
final class DecoderProgram implements Powers, AutoCloseable {

  private final PtNDManager manager;
  private final PtSymbolBlock block;
  private final String digest;

  /** Loads the program into a manager, which closes it. */
  DecoderProgram(PtNDManager manager, Map<String, Object> attributes) {
    this.manager = manager;
    byte[] archive = CodeArchive.of("Decoder", attributes);
    CRC32 checksum = new CRC32();
    checksum.update(archive);
    this.digest = Long.toHexString(checksum.getValue());
    try {
      this.block = JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes when the text or the attributes change. */
  String digest() {
    return digest;
  }

  /** States of N tokens, [N, D]. */
  PtNDArray embed(PtNDManager owner, IValue ends, PtNDArray tokenIds, PtNDArray positions) {
    return call("embed").with(ends).with(tokenIds).with(positions).tensor(owner);
  }

  /** Cosines and sines, each [N, 1, size / 2]. */
  List<PtNDArray> rotations(
      PtNDManager owner,
      PtNDArray positions,
      PtNDArray frequencies,
      PtNDArray sequenceOfToken,
      double magnitude,
      ComputeType type) {
    return call("rotations")
        .with(positions)
        .with(frequencies)
        .with(sequenceOfToken)
        .with(magnitude)
        .with(TorchTypes.of(type))
        .tensors(owner);
  }

  /** States after one layer, [N, D]. */
  PtNDArray layer(
      PtNDManager owner,
      PtNDArray states,
      List<PtNDArray> rotation,
      long[] segments,
      long window,
      IValue weights) {
    return call("layer")
        .with(states)
        .with(rotation.get(0))
        .with(rotation.get(1))
        .with(segments)
        .with(window)
        .with(weights)
        .tensor(owner);
  }

  /** States after one layer, [N, D], computed as GPUs can: all segments at once. */
  PtNDArray layerAtOnce(
      PtNDManager owner,
      PtNDArray states,
      List<PtNDArray> rotation,
      KeyPaths paths,
      long window,
      IValue weights) {
    return call("layer_at_once")
        .with(states)
        .with(rotation.get(0))
        .with(rotation.get(1))
        .with(paths.keyRows())
        .with(paths.queryStarts())
        .with(paths.keyStarts())
        .with(paths.longestSegment())
        .with(paths.longestPath())
        .with(window)
        .with(weights)
        .tensor(owner);
  }

  /** Queries [N, Q, H], keys and values [N, K, H] of a lane's rows, into those of all tokens. */
  void laneHeads(
      PtNDArray queries,
      PtNDArray keys,
      PtNDArray values,
      PtNDArray states,
      List<PtNDArray> rotation,
      long start,
      long rows,
      IValue weights) {
    call("lane_heads")
        .with(queries)
        .with(keys)
        .with(values)
        .with(states)
        .with(rotation.get(0))
        .with(rotation.get(1))
        .with(start)
        .with(rows)
        .with(weights)
        .tensor(manager)
        .close();
  }

  /** What a lane's rows attend to, into {@code attended}, [N, Q, H]. */
  void laneAttention(
      PtNDArray attended,
      PtNDArray queries,
      PtNDArray keys,
      PtNDArray values,
      long start,
      long rows) {
    call("lane_attention")
        .with(attended)
        .with(queries)
        .with(keys)
        .with(values)
        .with(start)
        .with(rows)
        .tensor(manager)
        .close();
  }

  /** The rest of a layer, of a lane's rows, in the place of their states. */
  void laneRest(PtNDArray states, PtNDArray attended, long start, long rows, IValue weights) {
    call("lane_rest")
        .with(states)
        .with(attended)
        .with(start)
        .with(rows)
        .with(weights)
        .tensor(manager)
        .close();
  }

  /** Normalised states of some rows, [S, D]. */
  PtNDArray finish(PtNDManager owner, PtNDArray states, PtNDArray rows, IValue ends) {
    return call("finish").with(states).with(rows).with(ends).tensor(owner);
  }

  /** Rank, surprisal, entropy and Σ p² of S rows, each [S]. */
  List<PtNDArray> score(
      PtNDManager owner, PtNDArray states, PtNDArray targets, IValue ends, long columns) {
    return call("score").with(states).with(targets).with(ends).with(columns).tensors(owner);
  }

  /** Ids and probabilities of the likeliest tokens after S rows, both [S, count]. */
  List<PtNDArray> likeliest(PtNDManager owner, PtNDArray states, IValue ends, long count) {
    return call("likeliest").with(states).with(ends).with(count).tensors(owner);
  }

  /** A file's values, mapped into memory. */
  PtNDArray map(PtNDManager owner, String file, long values, long type) {
    return call("map_file").with(file).with(values).with(type).tensor(owner);
  }

  /** Part of mapped values as a tensor of that shape; shares their memory. */
  PtNDArray view(PtNDManager owner, PtNDArray values, long start, long[] shape) {
    return call("view").with(values).with(start).with(shape).tensor(owner);
  }

  /** An unfilled tensor on the program's device. */
  PtNDArray allocate(PtNDManager owner, long[] shape, ComputeType type, PtNDArray like) {
    return call("allocate").with(shape).with(TorchTypes.of(type)).with(like).tensor(owner);
  }

  /** A stored tensor in the order the program multiplies with. */
  PtNDArray layOut(PtNDManager owner, PtNDArray values, WeightRecipe.Layout layout) {
    String name = layout.name().toLowerCase(Locale.ROOT);
    return call("lay_out").with(values).with(name).tensor(owner);
  }

  /** Writes values into a tensor's rows from {@code firstRow} on, converted to its type. */
  void fill(PtNDArray target, long firstRow, PtNDArray values) {
    call("fill").with(target).with(firstRow).with(values).tensor(manager).close();
  }

  @Override
  public float[] of(double theta, int size) {
    try (PtNDArray powers = call("rotary_powers").with(theta).with((long) size).tensor(manager)) {
      return powers.toFloatArray();
    }
  }

  @Override
  public void close() {
    block.close();
  }

  private TorchCall call(String method) {
    return new TorchCall(block, method);
  }
}
