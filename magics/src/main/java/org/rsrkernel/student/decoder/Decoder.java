package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rsrkernel.student.ComputeType;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.LikelyToken;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.RowScores;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.StudentFiles;
import org.rsrkernel.student.WeightSource;

/**
 * A loaded decoder. It owns all native memory of a student, given back by {@link #close}, which
 * waits for the passes that run. On the CPU passes may run side by side; they share the weights.
 *
 * <p>N tokens in a batch, S scored rows.
 */
public final class Decoder implements AutoCloseable {

  /** Rows whose whole distributions are looked at together: 64 MB of logits at most. */
  private static final int DISTRIBUTIONS = 64;

  private final DecoderDescription description;
  private final ComputeType type;
  private final int threads;
  private final HeadTiles tiles;
  private final PtNDManager device;
  private final PtNDManager host;
  private final DecoderProgram program;
  private final DecoderWeights weights;
  private final ReadWriteLock passes = new ReentrantReadWriteLock();
  private boolean closed;

  private Decoder(
      DecoderDescription description,
      ComputeType type,
      int threads,
      HeadTiles tiles,
      PtNDManager device,
      PtNDManager host,
      DecoderProgram program,
      DecoderWeights weights) {
    this.description = description;
    this.type = type;
    this.threads = threads;
    this.tiles = tiles;
    this.device = device;
    this.host = host;
    this.program = program;
    this.weights = weights;
  }

  /**
   * Loads a decoder.
   *
   * @param device one that {@link TorchRuntime#resolve} returned
   * @throws StudentException if the architecture is unknown, or a tensor missing or of a wrong
   *     shape
   */
  public static Decoder load(StudentFiles files, ComputeType type, Device device, int threads) {
    ModelConfig config = new ModelConfig(files.name(), files.config());
    return load(files, config, DecoderFamilies.of(config), type, device, threads);
  }

  /** Loads a decoder as the family describes it. */
  static Decoder load(
      StudentFiles files,
      ModelConfig config,
      DecoderFamily family,
      ComputeType type,
      Device device,
      int threads) {
    DecoderDescription description = family.describe(config);
    WeightSource source = PrefixedWeights.of(files.weights(), family.prefix());
    WeightCheck.of(files.name(), description, source, family.prefix());
    PtNDManager onDevice = TorchRuntime.openManager(device);
    PtNDManager host = TorchRuntime.openManager(Device.CPU);
    try {
      TorchRuntime.prepareThread(threads);
      DecoderProgram program = new DecoderProgram(onDevice, description.settings().attributes());
      DecoderWeights weights =
          new WeightLoader(program, source, type, onDevice, host).load(description);
      HeadTiles tiles = HeadTiles.of(device);
      return new Decoder(description, type, threads, tiles, onDevice, host, program, weights);
    } catch (RuntimeException | Error e) {
      onDevice.close();
      host.close();
      throw e;
    }
  }

  /** Sizes of the model. */
  public int vocabularySize() {
    return description.shape().vocabulary();
  }

  public int contextLength() {
    return description.shape().contextLength();
  }

  public int layers() {
    return description.shape().layers();
  }

  public int hiddenSize() {
    return description.shape().hidden();
  }

  /** Longest sequence that may share its prefix; longer ones turn by their own length. */
  public int sharesPrefixesUpTo() {
    return description.sameTurnsUpTo();
  }

  /** Changes when the program or what a family gives it changes. */
  public String programDigest() {
    return program.digest();
  }

  /** How many numbers the weights are. */
  public long parameters() {
    return weights.values();
  }

  /** Memory the weights take, mapped files included. */
  public long weightBytes() {
    return weights.values() * type.bytes();
  }

  /** How many passes keep the device busy: one a thread of the CPU, one on a GPU. */
  public int lanes() {
    return onGpu() ? 1 : threads;
  }

  private boolean onGpu() {
    return device.getDevice().isGpu();
  }

  /**
   * Runs one pass.
   *
   * @param sideBySide how many passes run at a time and share the threads, this one included
   * @throws InterruptedException if the thread is interrupted, noticed between layers
   * @throws org.rsrkernel.student.OutOfMemoryException if it does not fit into the device's memory
   */
  public RowScores forward(PackedBatch batch, int sideBySide) throws InterruptedException {
    return pass(batch, sideBySide, (pass, states) -> score(pass, states, batch));
  }

  /**
   * Runs one pass and gives the tokens it finds likeliest after each scored row.
   *
   * @param count tokens a row, at least 1
   * @return one list a scored row, the likeliest token first
   * @throws InterruptedException if the thread is interrupted, noticed between layers
   * @throws org.rsrkernel.student.OutOfMemoryException if it does not fit into the device's memory
   */
  public List<List<LikelyToken>> likeliest(PackedBatch batch, int count)
      throws InterruptedException {
    return pass(batch, 1, (pass, states) -> likeliest(pass, states, batch, count));
  }

  /** What a pass does with the states after all layers, [N, D]. */
  @FunctionalInterface
  private interface Ending<R> {
    R of(PtNDManager pass, PtNDArray states) throws InterruptedException;
  }

  private <R> R pass(PackedBatch batch, int sideBySide, Ending<R> ending)
      throws InterruptedException {
    passes.readLock().lockInterruptibly();
    try {
      if (closed) {
        throw new IllegalStateException("this student is closed");
      }
      BatchCheck.of(batch, description);
      TorchRuntime.prepareThread(Math.max(1, threads / sideBySide));
      try (PtNDManager pass = (PtNDManager) device.newSubManager()) {
        return ending.of(pass, states(pass, batch));
      }
    } finally {
      passes.readLock().unlock();
    }
  }

  private List<List<LikelyToken>> likeliest(
      PtNDManager pass, PtNDArray states, PackedBatch batch, int count)
      throws InterruptedException {
    List<List<LikelyToken>> likeliest = new ArrayList<>(batch.rows());
    int[] rows = batch.scoredRows();
    for (int start = 0; start < rows.length; start += DISTRIBUTIONS) {
      stopIfInterrupted();
      int end = Math.min(start + DISTRIBUTIONS, rows.length);
      try (PtNDManager tile = (PtNDManager) pass.newSubManager()) {
        PtNDArray wanted = longs(tile, Arrays.copyOfRange(rows, start, end));
        PtNDArray finished = program.finish(tile, states, wanted, weights.ends());
        List<PtNDArray> found = program.likeliest(tile, finished, weights.ends(), count);
        likeliest.addAll(
            LikelyToken.rows(end - start, found.get(0).toLongArray(), found.get(1).toFloatArray()));
      }
    }
    return likeliest;
  }

  /** States after all layers, [N, D]. */
  private PtNDArray states(PtNDManager pass, PackedBatch batch) throws InterruptedException {
    PtNDArray positions = longs(pass, batch.positions());
    Rotations tables = new Rotations(program, pass, type, batch, positions);
    List<List<PtNDArray>> rotations = description.rotaries().stream().map(tables::of).toList();
    LayerStep step = step(pass, new SegmentLayout(batch));
    PtNDArray states =
        program.embed(pass, weights.ends(), longs(pass, batch.tokenIds()), positions);
    for (int i = 0; i < description.layers().size(); i++) {
      stopIfInterrupted();
      DecoderDescription.Layer layer = description.layers().get(i);
      List<PtNDArray> rotation = rotations.get(layer.rotary());
      PtNDArray next = step.of(states, rotation, layer.window(), weights.layer(i));
      states.close();
      states = next;
    }
    return states;
  }

  /** How a layer makes its states, [N, D], of those before it. */
  @FunctionalInterface
  private interface LayerStep {
    PtNDArray of(PtNDArray states, List<PtNDArray> rotation, long window, IValue weights);
  }

  private LayerStep step(PtNDManager pass, SegmentLayout layout) {
    if (onGpu() && description.settings().segmentsAtOnce(description.shape().headSize())) {
      KeyPaths paths = KeyPaths.of(layout, pass);
      return (states, rotation, window, layer) ->
          program.layerAtOnce(pass, states, rotation, paths, window, layer);
    }
    long[] segments = layout.segments();
    return (states, rotation, window, layer) ->
        program.layer(pass, states, rotation, segments, window, layer);
  }

  private RowScores score(PtNDManager pass, PtNDArray states, PackedBatch batch)
      throws InterruptedException {
    int[] rows = batch.scoredRows();
    int[] targets = batch.targetIds();
    RowScores scores =
        new RowScores(
            new int[rows.length],
            new float[rows.length],
            new float[rows.length],
            new float[rows.length]);
    for (int start = 0; start < rows.length; start += tiles.rows()) {
      stopIfInterrupted();
      int end = Math.min(start + tiles.rows(), rows.length);
      try (PtNDManager tile = (PtNDManager) pass.newSubManager()) {
        PtNDArray wanted = longs(tile, Arrays.copyOfRange(rows, start, end));
        PtNDArray expected = longs(tile, Arrays.copyOfRange(targets, start, end));
        PtNDArray finished = program.finish(tile, states, wanted, weights.ends());
        List<PtNDArray> results =
            program.score(tile, finished, expected, weights.ends(), tiles.columns());
        copy(results.get(0).toLongArray(), scores.rank(), start);
        System.arraycopy(results.get(1).toFloatArray(), 0, scores.surprisal(), start, end - start);
        System.arraycopy(results.get(2).toFloatArray(), 0, scores.entropy(), start, end - start);
        System.arraycopy(results.get(3).toFloatArray(), 0, scores.squareSum(), start, end - start);
      }
    }
    return scores;
  }

  private static void copy(long[] from, int[] to, int start) {
    for (int i = 0; i < from.length; i++) {
      to[start + i] = (int) from[i];
    }
  }

  private static PtNDArray longs(PtNDManager owner, int[] values) {
    return (PtNDArray) owner.create(Arrays.stream(values).asLongStream().toArray());
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("scoring was interrupted between two layers");
    }
  }

  @Override
  public void close() {
    passes.writeLock().lock();
    try {
      closed = true;
      weights.close();
      program.close();
      device.close();
      host.close();
    } finally {
      passes.writeLock().unlock();
    }
  }
}
