package org.rsrkernel.student.template.syntax;

/** {@code | name(arguments)}. */
public record FilterCall(String name, CallArguments arguments, int line) {}
