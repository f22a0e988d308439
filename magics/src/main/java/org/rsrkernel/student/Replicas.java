package org.rsrkernel.student;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.rsrkernel.student.decoder.Decoder;

/**
 * A student's decoder once on every device. Thread-safe: a pass takes whichever is idle, and waits
 * while none is.
 */
final class Replicas implements AutoCloseable {

  private final List<Decoder> decoders;
  private final BlockingQueue<Decoder> idle;

  private Replicas(List<Decoder> decoders) {
    this.decoders = List.copyOf(decoders);
    this.idle = new LinkedBlockingQueue<>(decoders);
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

  int count() {
    return decoders.size();
  }

  /** Runs one pass on an idle replica. */
  RowScores forward(PackedBatch batch) throws InterruptedException {
    Decoder decoder = idle.take();
    try {
      return decoder.forward(batch);
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

  @Override
  public void close() {
    decoders.forEach(Decoder::close);
  }
}
