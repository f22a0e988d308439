package org.rsrkernel.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rsrkernel.kernel.completion.CellCompleter;
import org.rsrkernel.kernel.display.NotebookDisplay;
import org.rsrkernel.kernel.magic.CellRunner;
import org.rsrkernel.kernel.shell.CellFailure;
import org.rsrkernel.kernel.shell.CellValue;

/**
 * What a kernel does before anyone wants something of it: Java code is slow until it has run a few
 * times. Nothing of it is seen or stays.
 */
final class WarmUp {
  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "\"text\".length()",
          "for (int i = 0; i < 3; i++) { Math.max(i, 1); }",
          "List.of(1, 2).stream().map(i -> i * 2).toList()");
  private static final List<String> BEGINNINGS = List.of("System.o", "List.of(1).str", "Math.m");
  private static final int ROUNDS = 8;

  private final CellRunner runner;
  private final NotebookDisplay display;
  private final CellCompleter completer;

  WarmUp(CellRunner runner, NotebookDisplay display, CellCompleter completer) {
    this.runner = runner;
    this.display = display;
    this.completer = completer;
  }

  /** Short steps for the cells' thread, the most wanted first. */
  List<Runnable> steps() {
    List<Runnable> steps = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      CELLS.forEach(cell -> steps.add(() -> run(cell)));
    }
    steps.add(CELLS.size(), this::completeBesides);
    return steps;
  }

  /** The first completion takes long, and a cell that comes meanwhile shall not wait for it. */
  private void completeBesides() {
    Thread thread = new Thread(this::complete, "kernel-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private void complete() {
    for (int round = 0; round < ROUNDS; round++) {
      BEGINNINGS.forEach(code -> completer.complete(code, code.length()));
    }
  }

  private void run(String cell) {
    try {
      Optional<CellValue> value = runner.run(0, cell);
      value.map(CellValue::value).ifPresent(display::render);
    } catch (CellFailure e) {
      throw new IllegalStateException("cells have given these names another meaning", e);
    }
  }
}
