package org.rsrkernel.view.plot;

/** Two teachers whose difference is within chance. */
public record TeacherPair(String first, String second) {}
