package org.rsrkernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rsrkernel.magic.verb.RankedTeachers;
import org.rsrkernel.magic.verb.RankingTable;
import org.rsrkernel.metric.Direction;
import org.rsrkernel.metric.TeacherRanking;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.table.TeacherRankingView;

/** A ranking as it is shown: the table, further metrics in a line each, and what to know. */
final class RankingDisplay {

  private RankingDisplay() {}

  static Rendering of(RankingTable table) {
    TeacherRanking ranking = table.ranking();
    String caption =
        "Teachers by %s over %s, %s. A teacher's figure is %s. Intervals: 95 %%, bootstrap over questions. length: median response tokens."
            .formatted(
                ranking.metric().name(),
                ranking.over(),
                better(ranking),
                ranking.metric().aggregation());
    List<String> notes = new ArrayList<>();
    table.further().forEach(further -> notes.add("By " + inALine(further)));
    table.otherStudents().forEach(other -> notes.add(beside(ranking, other)));
    notes.addAll(ranking.notes());
    return Noted.with(
        TeacherRankingView.of(RankedTeachers.rows(ranking), ranking.metric().name(), caption),
        notes);
  }

  private static String beside(TeacherRanking ranking, RankingTable.OfStudent other) {
    double agreement = ranking.agreement(other.ranking());
    return "Under %s by %s%s"
        .formatted(
            other.student(),
            inALine(other.ranking()),
            Double.isNaN(agreement)
                ? ""
                : String.format(
                    Locale.ROOT, " Spearman's ρ with the order above: %.2f.", agreement));
  }

  private static String inALine(TeacherRanking further) {
    return further.rows().stream()
        .map(
            row ->
                Double.isNaN(row.low())
                    ? "%s %s".formatted(row.teacher(), Shown.number(row.value()))
                    : "%s %s (%s … %s)"
                        .formatted(
                            row.teacher(),
                            Shown.number(row.value()),
                            Shown.number(row.low()),
                            Shown.number(row.high())))
        .collect(
            Collectors.joining(
                ", ", "%s, %s: ".formatted(further.metric().name(), better(further)), "."));
  }

  private static String better(TeacherRanking ranking) {
    return ranking.metric().direction() == Direction.NONE
        ? "which promises nothing"
        : ranking.metric().direction().label() + " suits the student better";
  }
}
