package org.rsrkernel.student.hub;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rsrkernel.student.StudentException;

/**
 * One repository in Hugging Face's cache: {@code refs} name commits, {@code snapshots/COMMIT} holds
 * links, {@code blobs} holds the files under their checksums.
 */
final class HubCache {

  private final Path folder;
  private final Path locks;

  HubCache(Path cache, HubReference reference) {
    String name = "models--" + reference.repository().replace("/", "--");
    this.folder = cache.resolve(name);
    this.locks = cache.resolve(".locks").resolve(name);
  }

  /** The commit that the revision stood for when it was last looked up. */
  Optional<String> commit(HubReference reference) {
    if (reference.isCommit()) {
      return Optional.of(reference.revision());
    }
    Path ref = folder.resolve("refs").resolve(reference.revision());
    try {
      return Files.isRegularFile(ref)
          ? Optional.of(Files.readString(ref).strip()).filter(text -> text.matches("[0-9a-f]{40}"))
          : Optional.empty();
    } catch (IOException e) {
      throw failed("read", ref, e);
    }
  }

  /** Remembers the commit that a revision stands for. */
  void rememberCommit(HubReference reference, String commit) {
    if (reference.isCommit()) {
      return;
    }
    Path ref = folder.resolve("refs").resolve(reference.revision());
    try {
      Files.createDirectories(ref.getParent());
      Files.writeString(ref, commit);
    } catch (IOException e) {
      throw failed("write", ref, e);
    }
  }

  /** Where a commit's files are, whether or not they are there yet. */
  Path snapshot(String commit) {
    return folder.resolve("snapshots").resolve(commit);
  }

  /** Where the content of that checksum is or will be. */
  Path blob(String etag) {
    return folder.resolve("blobs").resolve(etag);
  }

  /** The file whose lock says that somebody fetches the content. */
  Path lock(String etag) {
    return locks.resolve(etag + ".lock");
  }

  /** Makes a file of a commit stand for a blob; by moving it where links cannot be made. */
  void link(String commit, String name, String etag) {
    Path pointer = snapshot(commit).resolve(name);
    Path blob = blob(etag);
    try {
      Files.createDirectories(pointer.getParent());
      Files.deleteIfExists(pointer);
      try {
        Files.createSymbolicLink(pointer, pointer.getParent().relativize(blob));
      } catch (FileAlreadyExistsException e) {
        return; // another process was faster with the same content
      } catch (UnsupportedOperationException | IOException e) {
        Files.move(blob, pointer);
      }
    } catch (IOException e) {
      throw failed("write", pointer, e);
    }
  }

  private static StudentException failed(String what, Path file, IOException cause) {
    return new StudentException("Cannot " + what + " " + file + ": " + cause, cause);
  }
}
