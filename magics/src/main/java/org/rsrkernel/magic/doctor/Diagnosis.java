package org.rsrkernel.magic.doctor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.machine.Problem;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.card.CardView;

/** What was looked at, in order, and what is wrong. */
public final class Diagnosis {

  private final Map<String, String> findings = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  void found(String name, String finding) {
    findings.put(name, finding);
  }

  void wrong(Problem problem) {
    problems.add(problem);
  }

  void wrong(String what, String remedy) {
    wrong(new Problem(what, remedy));
  }

  /** What was found, by what was looked at. */
  public Map<String, String> findings() {
    return Collections.unmodifiableMap(findings);
  }

  /** What is wrong, each with its remedy. */
  public List<Problem> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** Findings first, then the problems, or that there is none. */
  public Rendering card() {
    Map<String, String> rows = new LinkedHashMap<>(findings);
    for (int number = 1; number <= problems.size(); number++) {
      rows.put("Problem " + number, problems.get(number - 1).toString());
    }
    if (problems.isEmpty()) {
      rows.put("Problems", "none");
    }
    return CardView.of("Doctor", rows);
  }
}
