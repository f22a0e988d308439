package org.rsrkernel.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rsrkernel.kernel.running.RunningCell;
import org.rsrkernel.kernel.shell.CellFailure;
import org.rsrkernel.kernel.shell.CellValue;

/** {@code %time}, {@code %%time}, {@code %timeit}. */
final class TimingMagics {
  private static final long TIMEIT_NANOS = 2_000_000_000L;
  private static final int MOST_RUNS = 1000;

  private final CellRunner runner;

  TimingMagics(CellRunner runner) {
    this.runner = runner;
  }

  /** Runs the code; its value is the magic's. */
  Object time(String code) throws CellFailure {
    long start = System.nanoTime();
    Optional<CellValue> value = runner.run(cellNumber(), code);
    System.out.println("Time: " + format(System.nanoTime() - start));
    return value.map(CellValue::value).orElse(null);
  }

  /**
   * Runs the code until two seconds are over, at most a thousand times. A run includes no
   * compilation: the code is compiled once, into a method.
   */
  String timeit(String code) throws CellFailure {
    if (code.isBlank()) {
      throw new IllegalArgumentException("%timeit needs code to time: %timeit Math.sqrt(2)");
    }
    String body = code.strip().endsWith(";") || code.strip().endsWith("}") ? code : code + ";";
    String wrapped =
        "(Runnable) () -> { try { "
            + body
            + " } catch (Exception e) { throw new RuntimeException(e); } }";
    Runnable timed =
        (Runnable)
            runner
                .run(cellNumber(), wrapped)
                .map(CellValue::value)
                .orElseThrow(() -> new IllegalStateException("no code to time"));
    timed.run();
    List<Long> nanos = new ArrayList<>();
    long end = System.nanoTime() + TIMEIT_NANOS;
    while (nanos.size() < MOST_RUNS && (nanos.isEmpty() || System.nanoTime() < end)) {
      long start = System.nanoTime();
      timed.run();
      nanos.add(System.nanoTime() - start);
    }
    double mean = nanos.stream().mapToLong(Long::longValue).average().orElse(0);
    double squares = nanos.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
    double deviation = Math.sqrt(squares / nanos.size());
    return format(mean) + " ± " + format(deviation) + " a run (" + nanos.size() + " runs)";
  }

  private static int cellNumber() {
    return RunningCell.current().map(RunningCell::number).orElse(0);
  }

  private static String format(double nanos) {
    if (nanos >= 1e9) {
      return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
    return nanos >= 1e6
        ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
  }
}
