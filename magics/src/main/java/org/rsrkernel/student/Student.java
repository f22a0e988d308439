package org.rsrkernel.student;

import org.rsrkernel.student.decoder.Decoder;
import org.rsrkernel.student.decoder.PhysicalCores;
import org.rsrkernel.student.decoder.TorchRuntime;

/**
 * An open student. Thread-safe: passes run one after another. It owns native memory until {@link
 * #close}; the files it was opened from belong to whoever opened them and must stay open as long.
 */
public final class Student implements AutoCloseable {

  private final StudentFiles files;
  private final Decoder decoder;
  private final StudentCard card;

  private Student(StudentFiles files, Decoder decoder, StudentCard card) {
    this.files = files;
    this.decoder = decoder;
    this.card = card;
  }

  /**
   * Opens a student.
   *
   * @throws StudentException if its architecture is not supported or its files are damaged
   */
  public static Student open(StudentFiles files, StudentOptions options) {
    long started = System.nanoTime();
    Device device = TorchRuntime.resolve(options.device());
    ComputeType type = options.dtype().on(device);
    int threads = options.threads().orElseGet(PhysicalCores::count);
    Decoder decoder = Decoder.load(files, type, device, threads);
    StudentCard card =
        new StudentCard(
            files.name(),
            files.config().path("model_type").asText(),
            decoder.parameters(),
            type,
            device,
            threads,
            decoder.vocabularySize(),
            decoder.contextLength(),
            decoder.layers(),
            decoder.hiddenSize(),
            decoder.weightBytes(),
            (System.nanoTime() - started) / 1e9);
    return new Student(files, decoder, card);
  }

  public StudentCard card() {
    return card;
  }

  /**
   * Runs one pass.
   *
   * @throws InterruptedException if the thread is interrupted, noticed between layers
   * @throws OutOfMemoryException if the batch does not fit into memory; a smaller one may
   */
  public RowScores forward(PackedBatch batch) throws InterruptedException {
    return decoder.forward(batch);
  }

  /** Changes when anything changes that scores depend on, except the text of a conversation. */
  public String fingerprint() {
    return files.fingerprint() + "-" + card.dtype().label();
  }

  @Override
  public void close() {
    decoder.close();
  }
}
