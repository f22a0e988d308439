package org.rsrkernel.student;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rsrkernel.student.decoder.Decoder;

/**
 * A student's decoder once on every device. Thread-safe: a pass takes a lane of whichever decoder
 * has one that is idle, and waits while none has.
 */
final class Replicas implements AutoCloseable {

  private final List<Decoder> decoders;
  private final BlockingQueue<Decoder> idle;

  private Replicas(List<Decoder> decoders) {
    this.decoders = List.copyOf(decoders);
    this.idle = new LinkedBlockingQueue<>(inTurn(decoders).toList());
  }

  /**
   * Loads one decoder a device, one after the other.
   *
   * @param devices each may be named more than once
   * @param threads of each on the CPU
   */
  static Replicas load(StudentFiles files, ComputeType type, List<Device> devices, int threads) {
    List<Decoder> decoders = new ArrayList<>();
    try {
      for (Device device : devices) {
        decoders.add(Decoder.load(files, type, device, threads));
      }
    } catch (RuntimeException | Error e) {
      decoders.forEach(Decoder::close);
      throw e;
    }
    return new Replicas(decoders);
  }

  /** Any of them, for what all have in common. */
  Decoder any() {
    return decoders.get(0);
  }

  /** How many passes keep all devices busy. */
  int lanes() {
    return decoders.stream().mapToInt(Decoder::lanes).sum();
  }

  /**
   * Runs one pass on an idle replica.
   *
   * @param sideBySide how many passes run at a time, this one included
   */
  RowScores forward(PackedBatch batch, int sideBySide) throws InterruptedException {
    Decoder decoder = idle.take();
    try {
      return decoder.forward(batch, (sideBySide + decoders.size() - 1) / decoders.size());
    } finally {
      idle.add(decoder);
    }
  }

  /** Runs one pass on an idle replica and gives the tokens likeliest after each scored row. */
  List<List<LikelyToken>> likeliest(PackedBatch batch, int count) throws InterruptedException {
    Decoder decoder = idle.take();
    try {
      return decoder.likeliest(batch, count);
    } finally {
      idle.add(decoder);
    }
  }

  /** Every decoder once for each of its lanes, so that neighbours are of different devices. */
  private static Stream<Decoder> inTurn(List<Decoder> decoders) {
    int most = decoders.stream().mapToInt(Decoder::lanes).max().orElse(0);
    return IntStream.range(0, most)
        .boxed()
        .flatMap(lane -> decoders.stream().filter(decoder -> lane < decoder.lanes()));
  }

  @Override
  public void close() {
    decoders.forEach(Decoder::close);
  }
}
