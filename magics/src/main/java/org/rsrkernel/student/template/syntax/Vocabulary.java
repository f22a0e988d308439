package org.rsrkernel.student.template.syntax;

import java.util.Set;

/** Filters and tests that a template may name. */
public record Vocabulary(Set<String> filters, Set<String> tests) {

  public Vocabulary {
    filters = Set.copyOf(filters);
    tests = Set.copyOf(tests);
  }
}
