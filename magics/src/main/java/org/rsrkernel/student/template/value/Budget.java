package org.rsrkernel.student.template.value;

/**
 * What one rendering may spend. Counts work instead of time, so that a template is refused on every
 * machine or on none; the amounts are such that a rendering ends well within a second and 64 MB,
 * and grow with the conversation, whose text a template may copy several times.
 *
 * <p>One rendering, one thread.
 */
public final class Budget {

  private static final long BASE_STEPS = 3_000_000;
  private static final long STEPS_PER_INPUT_UNIT = 20;
  private static final long BASE_MEMORY = 4_000_000;
  private static final long MEMORY_PER_INPUT_UNIT = 32;
  private static final int UNITS_PER_STEP = 16;
  private static final int MAX_DEPTH = 1_200;

  /** Memory units that a list element, dict entry or other object takes. */
  public static final int OBJECT = 16;

  private long stepsLeft = BASE_STEPS;
  private long memoryLeft = BASE_MEMORY;
  private int depth;

  /** Adds what a conversation of that size, in characters and {@link #OBJECT}s, may cost. */
  public void allowForInput(long units) {
    stepsLeft += units * STEPS_PER_INPUT_UNIT;
    memoryLeft += units * MEMORY_PER_INPUT_UNIT;
  }

  /** Spends one step: a node of the template evaluated, an element looked at. */
  public void step() {
    steps(1);
  }

  /** Spends several steps. */
  public void steps(long count) {
    stepsLeft -= count;
    if (count < 0 || stepsLeft < 0) {
      throw PythonError.limit("it takes too many steps");
    }
  }

  /** Spends the time to look through a text of that length. */
  public void scan(long characters) {
    steps(characters / UNITS_PER_STEP);
  }

  /** Spends the time to multiply, print or read an integer of that many bits. */
  public void compute(long bits) {
    steps(1 + bits * bits / 4096);
  }

  /** Spends memory that the value about to be made needs: a unit per character. */
  public void allocate(long units) {
    memoryLeft -= units;
    if (units < 0 || memoryLeft < 0) {
      throw PythonError.limit("it makes too much text or too long lists");
    }
    steps(units / UNITS_PER_STEP);
  }

  /** Spends memory for so many objects. */
  public void allocateObjects(long count) {
    if (count > memoryLeft) {
      throw PythonError.limit("it makes too long lists");
    }
    allocate(count * OBJECT);
  }

  /** One level deeper into expressions, macros or nested values; {@link #leave} undoes it. */
  public void enter() {
    if (++depth > MAX_DEPTH) {
      throw PythonError.limit("it nests or calls itself too deeply");
    }
  }

  public void leave() {
    depth--;
  }
}
