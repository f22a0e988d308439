package org.rsrkernel.student.template.evaluation;

/** Text that a {@code {% generation %}} block wrote: {@code [start, end)}, in UTF-16 units. */
public record Span(int start, int end) {}
