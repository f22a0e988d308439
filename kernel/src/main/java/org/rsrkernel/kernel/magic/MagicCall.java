package org.rsrkernel.kernel.magic;

import java.util.Optional;

/** What a magic inside Java code is compiled to. */
public final class MagicCall {
  private static volatile MagicRunner runner;

  private MagicCall() {}

  /** Makes {@code magicRunner} answer the calls of this process: it runs one kernel at a time. */
  static void answerWith(MagicRunner magicRunner) {
    runner = magicRunner;
  }

  /** The value of a line magic, possibly null. Whatever the magic throws goes through. */
  public static Object value(String name, String arguments) {
    try {
      return runner.line(name, arguments).orElse(null);
    } catch (Exception e) {
      throw MagicCall.<RuntimeException>unchecked(e);
    }
  }

  /** Runs a line magic and shows what it returns. */
  public static void show(String name, String arguments) {
    Optional.ofNullable(value(name, arguments)).ifPresent(runner::show);
  }

  // A magic may throw any exception, and stands where a checked one would not compile.
  @SuppressWarnings("unchecked")
  private static <E extends Exception> E unchecked(Exception e) throws E {
    throw (E) e;
  }
}
