package org.rsrkernel.student;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.rsrkernel.student.decoder.Decoder;
import org.rsrkernel.student.decoder.DecoderCost;
import org.rsrkernel.student.decoder.FreeMemory;
import org.rsrkernel.student.decoder.PhysicalCores;
import org.rsrkernel.student.decoder.TorchRuntime;
import org.rsrkernel.trajectory.Message;

/**
 * An open student. Thread-safe: as many passes run at a time as it has {@link #lanes}. It owns
 * native memory until {@link #close}, which closes the files too.
 */
public final class Student implements AutoCloseable {

  private static final int LEAST_BATCH_TOKENS = 128;
  private static final int CPU_BATCH_TOKENS = 2048;
  private static final int GPU_BATCH_TOKENS = 32_768;

  private final StudentFiles files;
  private final Replicas replicas;
  private final ConversationReader reader;
  private final StudentCard card;
  private final String fingerprint;

  private Student(
      StudentFiles files,
      Replicas replicas,
      ConversationReader reader,
      StudentCard card,
      String fingerprint) {
    this.files = files;
    this.replicas = replicas;
    this.reader = reader;
    this.fingerprint = fingerprint;
    this.card = card;
  }

  /**
   * Opens a student.
   *
   * @throws StudentException if its architecture is not supported or its files are damaged
   */
  public static Student open(StudentFiles files, StudentOptions options) {
    long started = System.nanoTime();
    List<Device> devices = TorchRuntime.resolve(options.devices());
    Device device = devices.get(0);
    DtypeChoice dtype = DtypeChoice.of(options.dtype(), device, files.weights());
    int threads = options.threads().orElseGet(() -> threadsOfEach(devices));
    Optional<String> template = options.chatTemplate().or(files::chatTemplate);
    CompletableFuture<Replicas> loading = // weights take as long as a tokenizer does
        CompletableFuture.supplyAsync(() -> Replicas.load(files, dtype.type(), devices, threads));
    ConversationReader reader;
    try {
      reader = ConversationReader.of(files, template);
    } catch (RuntimeException | Error e) {
      loading.thenAccept(Replicas::close).exceptionally(also -> null).join();
      throw e;
    }
    Replicas replicas = finished(loading, reader);
    Decoder decoder = replicas.any();
    String templateOrigin =
        options.chatTemplate().isPresent()
            ? "given"
            : template.isPresent() ? "its own" : "none: prompt and response as plain text";
    StudentCard card =
        new StudentCard(
            files.name(),
            files.config().path("model_type").asText(),
            decoder.parameters(),
            dtype.type(),
            dtype.reason(),
            device,
            threads,
            decoder.vocabularySize(),
            decoder.contextLength(),
            decoder.layers(),
            decoder.hiddenSize(),
            templateOrigin,
            decoder.weightBytes(),
            (System.nanoTime() - started) / 1e9);
    String fingerprint =
        String.join(
            "\n",
            files.fingerprint(),
            dtype.type().label(),
            decoder.programDigest(),
            TorchRuntime.version(),
            template.orElse(""),
            files.specialTokens().toString());
    return new Student(files, replicas, reader, card, fingerprint);
  }

  private static Replicas finished(CompletableFuture<Replicas> loading, ConversationReader reader) {
    try {
      return loading.join();
    } catch (CompletionException e) {
      reader.close();
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Replicas on the CPU share its cores. */
  private static int threadsOfEach(List<Device> devices) {
    long onCpu = devices.stream().filter(device -> !device.isGpu()).count();
    return Math.max(1, PhysicalCores.count() / (int) Math.max(1, onCpu));
  }

  public StudentCard card() {
    return card;
  }

  /**
   * A conversation as the text this student reads, with what is scored of it.
   *
   * @param tools JSON schemas of functions that the messages may call; often empty
   * @throws StudentException if the chat template refuses the conversation, in its own words
   */
  public RenderedText renderText(List<Message> messages, List<Map<String, Object>> tools) {
    return reader.render(messages, tools);
  }

  /** A rendered conversation's tokens. */
  public RenderedConversation tokenize(RenderedText text) {
    return reader.tokenize(text);
  }

  /**
   * Runs one pass, on all threads of a device that is idle.
   *
   * @throws InterruptedException if the thread is interrupted, noticed between layers
   * @throws OutOfMemoryException if the batch does not fit into memory; a smaller one may
   */
  public RowScores forward(PackedBatch batch) throws InterruptedException {
    return forward(batch, 1);
  }

  /**
   * Runs one of several passes that share the devices.
   *
   * @param sideBySide how many passes run at a time, this one included; at most {@link #lanes}
   * @throws InterruptedException if the thread is interrupted, noticed between layers
   * @throws OutOfMemoryException if the batch does not fit into memory; a smaller one may
   * @throws StudentException if its weight files have been written to since it was loaded
   */
  public RowScores forward(PackedBatch batch, int sideBySide) throws InterruptedException {
    files.weights().checkUnchanged();
    return replicas.forward(batch, sideBySide);
  }

  /**
   * How many passes keep the devices busy: one on each GPU, one on each core of the CPU, since two
   * passes of one thread each never wait for each other and one pass of two threads does.
   */
  public int lanes() {
    return replicas.lanes();
  }

  /**
   * Runs one pass and gives the tokens that the student finds likeliest after each scored row.
   *
   * @param count tokens a row, at least 1
   * @return one list a scored row, the likeliest token first
   * @throws InterruptedException if the thread is interrupted, noticed between layers
   * @throws OutOfMemoryException if the batch does not fit into memory
   */
  public List<List<LikelyToken>> likeliest(PackedBatch batch, int count)
      throws InterruptedException {
    files.weights().checkUnchanged();
    return replicas.likeliest(batch, count);
  }

  /** A readable piece of text for a token: its characters, or bytes as {@code <0xE2>}. */
  public String tokenText(int tokenId) {
    return reader.tokenText(tokenId);
  }

  /**
   * The longest sequence that may share its prefix with others. A longer one turns its positions by
   * its own length, so it needs a tree to itself, with all tokens of its conversation.
   */
  public int sharesPrefixesUpTo() {
    return replicas.any().sharesPrefixesUpTo();
  }

  /**
   * Tokens that a pass should have by default: enough to keep the device busy, soon done, and no
   * more than a quarter of the memory that is free now.
   */
  public int batchTokens() {
    Device device = card.device();
    long most = device.isGpu() ? GPU_BATCH_TOKENS : CPU_BATCH_TOKENS;
    long tokenBytes = passCost().valuesPerToken() * card.dtype().bytes();
    long fit = FreeMemory.of(device) / 4 / lanes() / tokenBytes;
    return (int) Math.max(LEAST_BATCH_TOKENS, Math.min(most, fit));
  }

  /** What a pass cannot do without. */
  public PassCost passCost() {
    return DecoderCost.of(files);
  }

  /** A text that changes when anything does that scores depend on, except a conversation's text. */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() {
    replicas.close();
    reader.close();
    files.close();
  }
}
