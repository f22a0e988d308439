package org.rsrkernel.student.hub;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.folder.ShardIndex;

/** Finds students in the Hub's cache and fetches those that are not there. Thread-safe. */
public final class Hub {

  private static final String CONFIG = "config.json";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String WEIGHTS = "model.safetensors";
  private static final List<String> SMALL_FILES =
      List.of(
          CONFIG,
          TOKENIZER,
          "tokenizer_config.json",
          "special_tokens_map.json",
          "chat_template.jinja",
          ShardIndex.FILE);
  private static final int FILES_AT_ONCE = 2;

  private final HubSettings settings;
  private final TransferLimits limits;

  public Hub(HubSettings settings) {
    this(settings, TransferLimits.USUAL);
  }

  /** As {@link #Hub(HubSettings)}, with other limits. */
  Hub(HubSettings settings, TransferLimits limits) {
    this.settings = settings;
    this.limits = limits;
  }

  /**
   * The folder with the student's files, for {@code FolderStudentFiles}. A student that is in the
   * cache is taken from there without asking the Hub.
   *
   * @throws StudentException if it cannot be had; the message says why
   * @throws InterruptedException if the thread is interrupted; what has arrived is kept
   */
  public Path fetch(HubReference reference, DownloadProgress progress) throws InterruptedException {
    HubCache cache = new HubCache(settings.cache(), reference);
    Optional<String> known = cache.commit(reference);
    if (known.isPresent() && isComplete(cache.snapshot(known.get()))) {
      return cache.snapshot(known.get());
    }
    if (settings.offline()) {
      throw new StudentException(
          ("%s is not complete in %s, and the network may not be used. Load it once without"
                  + " --offline and HF_HUB_OFFLINE.")
              .formatted(reference, settings.cache()));
    }
    try {
      return download(reference, cache, progress);
    } catch (ClosedByInterruptException | FileLockInterruptionException e) {
      throw AtOnce.interrupted(e);
    } catch (FileSystemException e) {
      throw new StudentException(
          "Cannot write %s: %s. Give the cache another place with HF_HUB_CACHE."
              .formatted(e.getFile(), e),
          e);
    } catch (IOException e) {
      throw new StudentException(
          "Cannot fetch %s from %s: %s. Check the network, or set HF_ENDPOINT to a mirror."
              .formatted(reference, settings.endpoint(), e),
          e);
    }
  }

  private Path download(HubReference reference, HubCache cache, DownloadProgress progress)
      throws IOException, InterruptedException {
    HubClient client = new HubClient(settings, reference, limits.stall());
    RepositoryListing listing = client.listing();
    checkKind(reference, listing.files());
    Path snapshot = cache.snapshot(listing.commit());
    FileDownload download =
        new FileDownload(client, cache, listing.commit(), limits.rangeBytes(), progress);
    boolean single = listing.files().contains(WEIGHTS);
    // the small files first: where the weights are, everything is
    fetchAll(
        download,
        SMALL_FILES.stream()
            .filter(listing.files()::contains)
            .filter(name -> !(single && name.equals(ShardIndex.FILE)))
            .toList());
    cache.rememberCommit(reference, listing.commit());
    fetchAll(
        download,
        single ? List.of(WEIGHTS) : ShardIndex.read(snapshot.resolve(ShardIndex.FILE)).keySet());
    return snapshot;
  }

  private static void fetchAll(FileDownload download, Collection<String> names)
      throws IOException, InterruptedException {
    AtOnce.run(
        FILES_AT_ONCE,
        names.stream().map(name -> (AtOnce.Fetch) () -> download.fetch(name)).toList(),
        () -> {});
  }

  /** Whether everything that a student needs is there. */
  private static boolean isComplete(Path snapshot) {
    if (!Files.exists(snapshot.resolve(CONFIG)) || !Files.exists(snapshot.resolve(TOKENIZER))) {
      return false;
    }
    if (Files.exists(snapshot.resolve(WEIGHTS))) {
      return true;
    }
    Path index = snapshot.resolve(ShardIndex.FILE);
    return Files.exists(index)
        && ShardIndex.read(index).keySet().stream()
            .allMatch(shard -> Files.exists(snapshot.resolve(shard)));
  }

  private static void checkKind(HubReference reference, Set<String> files) {
    lacking(reference, files)
        .ifPresent(
            what -> {
              throw new StudentException(reference + " cannot be a student: " + what);
            });
  }

  /** What a repository lacks to be a student, and the remedy. */
  private static Optional<String> lacking(HubReference reference, Set<String> files) {
    if (!files.contains(WEIGHTS) && !files.contains(ShardIndex.FILE)) {
      if (files.stream().anyMatch(name -> name.endsWith(".gguf"))) {
        return Optional.of(
            "it holds GGUF files, no safetensors. Download one of them and name that file.");
      }
      if (files.stream().anyMatch(name -> name.matches(".*\\.(bin|pt|pth)"))) {
        return Optional.of(
            "its weights are pickles, which run code when they are opened. Convert it to"
                + " safetensors in Python, where you trust it.");
      }
      return Optional.of("it holds no " + WEIGHTS + ".");
    }
    if (!files.contains(CONFIG)) {
      return Optional.of("it holds no " + CONFIG + ".");
    }
    if (!files.contains(TOKENIZER)) {
      return Optional.of(
          "it holds no tokenizer.json. Make one in Python:"
              + " AutoTokenizer.from_pretrained('%s').save_pretrained(folder)."
                  .formatted(reference.repository()));
    }
    return Optional.empty();
  }
}
