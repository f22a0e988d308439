package org.rsrkernel.student.template.syntax;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** What a parser must know about the place it is at. */
final class ParserState {

  private final Vocabulary vocabulary;
  private Set<String> readNames = new HashSet<>();
  private int conditions;
  private int breakableLoops;
  private int loops;

  ParserState(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Filters and tests inside a condition need not exist: Jinja2 looks them up when it is there. */
  <T> T insideCondition(Supplier<T> part) {
    conditions++;
    T result = part.get();
    conditions--;
    return result;
  }

  /** A loop's body: {@code break} and {@code continue} are allowed, conditions are left. */
  <T> T insideLoop(Supplier<T> body) {
    loops++;
    T result = insideBody(breakableLoops + 1, body);
    loops--;
    return result;
  }

  /** A block's body: conditions around it are left. */
  <T> T insideBlock(Supplier<T> body) {
    return insideBody(breakableLoops, body);
  }

  /** A macro's body: loops around it cannot be left from within. */
  <T> T insideMacro(Supplier<T> body) {
    return insideBody(0, body);
  }

  private <T> T insideBody(int breakable, Supplier<T> body) {
    int outerConditions = conditions;
    int outerLoops = breakableLoops;
    conditions = 0;
    breakableLoops = breakable;
    T result = body.get();
    conditions = outerConditions;
    breakableLoops = outerLoops;
    return result;
  }

  boolean insideBreakableLoop() {
    return breakableLoops > 0;
  }

  boolean insideLoop() {
    return loops > 0;
  }

  void read(String name) {
    readNames.add(name);
  }

  /** Runs a parser and returns the variables that what it parsed reads. */
  Set<String> namesReadBy(Runnable part) {
    Set<String> outer = readNames;
    readNames = new HashSet<>();
    part.run();
    Set<String> inner = readNames;
    outer.addAll(inner);
    readNames = outer;
    return inner;
  }

  boolean knowsFilter(String name) {
    return conditions > 0 || vocabulary.filters().contains(name);
  }

  boolean knowsTest(String name) {
    return conditions > 0 || vocabulary.tests().contains(name);
  }
}
