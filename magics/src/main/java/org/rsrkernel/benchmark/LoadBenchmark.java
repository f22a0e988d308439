package org.rsrkernel.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.rsrkernel.trajectory.LoadRequest;
import org.rsrkernel.trajectory.LoadedTrajectories;
import org.rsrkernel.trajectory.MessageJson;
import org.rsrkernel.trajectory.Trajectories;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Times loading of drawn trajectories from a file of JSON lines, which it writes first.
 *
 * <pre>java -Xmx1g -cp 'kernel/target/*:kernel/target/lib/*:magics/target/*:magics/target/lib/*'
 *     org.rsrkernel.benchmark.LoadBenchmark [--trajectories N] [--words N] [--sample N]</pre>
 */
@Command(name = "load")
public final class LoadBenchmark implements Callable<Integer> {

  private static final int TEACHERS = 10;
  private static final List<String> WORDS =
      List.of(
          "so",
          "the",
          "first",
          "term",
          "is",
          "twice",
          "that",
          "of",
          "12",
          "we",
          "get",
          "x",
          "=",
          "wait",
          "check",
          "again",
          "therefore",
          "sum",
          "number",
          "which",
          "gives",
          "36.",
          "both");

  @Option(names = "--trajectories", defaultValue = "5000")
  private int trajectories;

  @Option(names = "--words", defaultValue = "9000", description = "Of each; about 10,000 tokens.")
  private int words;

  @Option(names = "--sample", description = "Rows to keep, drawn at random.")
  private Integer sample;

  @Option(names = "--in", description = "Where the file is written. Default: the temporary folder.")
  private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

  /** Prints the file's size, seconds, rows and the most memory in use. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LoadBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path file = Files.createTempFile(folder, "trajectories", ".jsonl");
    try {
      write(file);
      LoadRequest request = LoadRequest.of(file.toString());
      heap().forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = System.nanoTime();
      LoadedTrajectories loaded =
          Trajectories.load(sample == null ? request : request.withSample(sample, 0));
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%,d of %,d trajectories, %,.0f MB, loaded in %.2f s, %,.0f MB a second%n",
          loaded.report().rowsKept(),
          loaded.report().rowsRead(),
          Files.size(file) / 1e6,
          seconds,
          Files.size(file) / 1e6 / seconds);
      System.out.printf(
          "heap: at most %,d MB in use of %,d MB%n",
          heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20,
          Runtime.getRuntime().maxMemory() >> 20);
      return 0;
    } finally {
      Files.delete(file);
    }
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private void write(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(0);
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int i = 0; i < trajectories; i++) {
        Object row =
            Map.of(
                "id", "q" + i / TEACHERS,
                "teacher", "teacher " + i % TEACHERS,
                "messages",
                    List.of(
                        Map.of("role", "user", "content", "Question " + i / TEACHERS + "?"),
                        Map.of("role", "assistant", "content", drawn(random))));
        lines.append(MessageJson.write(row)).append('\n');
      }
    }
  }

  private String drawn(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(i % 40 == 39 ? '\n' : ' ');
    }
    return text.toString();
  }
}
