package org.rsrkernel.view.table;

import java.util.Objects;

/**
 * A teacher in the ranking.
 *
 * @param trajectories how many were scored
 * @param tokens response tokens in all of them
 * @param length median of the trajectories' response tokens
 * @param avgRank mean of the trajectories' mean clipped ranks
 * @param avgSurprisal mean of the trajectories' mean surprisals, nats
 * @param rsr of the set; the lower, the better it suits the student
 * @param rsrLow lower end of its interval; NaN if there is none
 * @param rsrHigh upper end
 * @param note what to keep in mind, such as the neighbours it cannot be told apart from
 */
public record TeacherRow(
    String teacher,
    int trajectories,
    long tokens,
    double length,
    double avgRank,
    double avgSurprisal,
    double rsr,
    double rsrLow,
    double rsrHigh,
    String note) {

  public TeacherRow {
    Objects.requireNonNull(teacher, "teacher");
    Objects.requireNonNull(note, "note");
  }
}
