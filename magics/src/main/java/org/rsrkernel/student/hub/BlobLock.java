package org.rsrkernel.student.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** One fetch of a content at a time, among the threads of this kernel and among kernels. */
final class BlobLock implements AutoCloseable {

  private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock amongThreads;
  private final FileChannel amongProcesses;

  private BlobLock(ReentrantLock amongThreads, FileChannel amongProcesses) {
    this.amongThreads = amongThreads;
    this.amongProcesses = amongProcesses;
  }

  /** Waits for the lock and takes it. */
  static BlobLock take(Path file) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    ReentrantLock threads =
        THREADS.computeIfAbsent(file.toAbsolutePath(), path -> new ReentrantLock());
    threads.lockInterruptibly();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        return new BlobLock(threads, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      threads.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      amongProcesses.close(); // and with it the lock on the file
    } finally {
      amongThreads.unlock();
    }
  }
}
