package org.rsrkernel.student;

import org.rsrkernel.student.decoder.Decoder;
import org.rsrkernel.student.decoder.PhysicalCores;
import org.rsrkernel.student.decoder.TorchRuntime;

/**
 * An open student. Thread-safe: passes run one after another. It owns native memory until {@link
 * #close}; the files it was opened from belong to whoever opened them and must stay open as long.
 */
public final class Student implements AutoCloseable {

  private static final int CPU_BATCH_TOKENS = 2048;
  private static final int GPU_BATCH_TOKENS = 32_768;

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

  /**
   * The longest sequence that may share its prefix with others. A longer one turns its positions by
   * its own length, so it needs a tree to itself, with all tokens of its conversation.
   */
  public int sharesPrefixesUpTo() {
    return decoder.sharesPrefixesUpTo();
  }

  /** Tokens that a pass should have by default: enough to keep the device busy. */
  public int batchTokens() {
    return card.device().isGpu() ? GPU_BATCH_TOKENS : CPU_BATCH_TOKENS;
  }

  /** Changes when weights, computing type or program change; the chat template is not in it. */
  public String fingerprint() {
    return "%s-%s-%s".formatted(files.fingerprint(), card.dtype().label(), decoder.programDigest());
  }

  @Override
  public void close() {
    decoder.close();
  }
}
