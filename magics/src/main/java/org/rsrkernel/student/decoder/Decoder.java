package org.rsrkernel.student.decoder;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
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

  /** Below it lanes would wait for each other more than they gain. */
  private static final int SHORTEST_IN_LANES = 512;

  private final DecoderDescription description;
  private final ComputeType type;
  private final int threads;
  private final PtNDManager device;
  private final PtNDManager host;
  private final DecoderProgram program;
  private final DecoderWeights weights;
  private final Head head;
  private final ReadWriteLock passes = new ReentrantReadWriteLock();
  private boolean closed;

  private Decoder(
      DecoderDescription description,
      ComputeType type,
      int threads,
      PtNDManager device,
      PtNDManager host,
      DecoderProgram program,
      DecoderWeights weights,
      Head head) {
    this.description = description;
    this.type = type;
    this.threads = threads;
    this.device = device;
    this.host = host;
    this.program = program;
    this.weights = weights;
    this.head = head;
  }

  /**
   * Loads a decoder.
   *
   * @param device one that {@link TorchRuntime#resolve} returned
   * @throws StudentException if the architecture is unknown, or a tensor missing or of a wrong
   *     shape
   */
  public static Decoder load(StudentFiles files, ComputeType type, Device device, int threads) {
    return load(files, DecoderFamilies.of(ModelConfig.of(files)), type, device, threads);
  }

  /** Loads a decoder as the family describes it. */
  static Decoder load(
      StudentFiles files, DecoderFamily family, ComputeType type, Device device, int threads) {
    DecoderDescription description = family.describe(ModelConfig.of(files));
    WeightSource source = PrefixedWeights.of(files.weights(), family.prefix());
    WeightCheck.of(files.name(), description, source, family.prefix());
    PtNDManager onDevice = TorchRuntime.openManager(device);
    PtNDManager host = TorchRuntime.openManager(Device.CPU);
    try {
      TorchRuntime.prepareThread(threads);
      DecoderProgram program = new DecoderProgram(onDevice, description.settings().attributes());
      DecoderWeights weights =
          new WeightLoader(program, source, type, onDevice, host).load(description);
      Head head = new Head(program, weights.ends(), HeadTiles.of(device));
      return new Decoder(description, type, threads, onDevice, host, program, weights, head);
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
    return pass(batch, sideBySide, (pass, lanes, states) -> head.score(pass, lanes, states, batch));
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
    return pass(batch, 1, (pass, lanes, states) -> head.likeliest(pass, states, batch, count));
  }

  /** What a pass does with the states after all layers, [N, D]. */
  @FunctionalInterface
  private interface Ending<R> {
    R of(PtNDManager pass, Lanes lanes, PtNDArray states) throws InterruptedException;
  }

  private <R> R pass(PackedBatch batch, int sideBySide, Ending<R> ending)
      throws InterruptedException {
    passes.readLock().lockInterruptibly();
    try {
      if (closed) {
        throw new IllegalStateException("this student is closed");
      }
      BatchCheck.of(batch, description);
      int own = Math.max(1, threads / sideBySide);
      TorchRuntime.prepareThread(own);
      try (PtNDManager pass = (PtNDManager) device.newSubManager();
          Lanes lanes = new Lanes(onGpu() ? 1 : own)) {
        return ending.of(pass, lanes, states(pass, lanes, batch));
      }
    } finally {
      passes.readLock().unlock();
    }
  }

  /** States after all layers, [N, D]. */
  private PtNDArray states(PtNDManager pass, Lanes lanes, PackedBatch batch)
      throws InterruptedException {
    PtNDArray positions = longs(pass, batch.positions());
    Rotations tables = new Rotations(program, pass, type, batch, positions);
    List<List<PtNDArray>> rotations = description.rotaries().stream().map(tables::of).toList();
    LayerStep step = step(pass, lanes, new SegmentLayout(batch));
    PtNDArray states =
        program.embed(pass, weights.ends(), longs(pass, batch.tokenIds()), positions);
    for (int i = 0; i < description.layers().size(); i++) {
      stopIfInterrupted();
      DecoderDescription.Layer layer = description.layers().get(i);
      List<PtNDArray> rotation = rotations.get(layer.rotary());
      PtNDArray next = step.of(states, rotation, layer.window(), weights.layer(i));
      if (next != states) {
        states.close();
        states = next;
      }
    }
    return states;
  }

  private LayerStep step(PtNDManager pass, Lanes lanes, SegmentLayout layout) {
    if (onGpu() && description.settings().segmentsAtOnce()) {
      KeyPaths paths = KeyPaths.of(layout, pass);
      return (states, rotation, window, layer) ->
          program.layerAtOnce(pass, states, rotation, paths, window, layer);
    }
    if (lanes.count() > 1 && inLanes(layout)) {
      return new LaneStep(program, lanes, pass, description.shape(), type, layout.longestPath());
    }
    long[] segments = layout.segments();
    return (states, rotation, window, layer) ->
        program.layer(pass, states, rotation, segments, window, layer);
  }

  /** One long sequence that attends to all before it. */
  private boolean inLanes(SegmentLayout layout) {
    int tokens = layout.longestPath();
    return layout.keyStarts().length == 2
        && tokens >= SHORTEST_IN_LANES
        && description.settings().unboundedAttention()
        && description.layers().stream().allMatch(l -> l.window() == 0 || l.window() >= tokens);
  }

  static PtNDArray longs(PtNDManager owner, int[] values) {
    return (PtNDArray) owner.create(Arrays.stream(values).asLongStream().toArray());
  }

  static void stopIfInterrupted() throws InterruptedException {
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
