package org.rsrkernel.trajectory.report;

import java.util.Locale;

/** What a row can have in common with an earlier one of the same table. */
public enum Repetition {
  /** The same teacher and id. */
  IDS,
  /** The same question and response, whoever the teacher. */
  TEXTS,
  /** The same question but for its spacing, under another id. */
  QUESTIONS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
