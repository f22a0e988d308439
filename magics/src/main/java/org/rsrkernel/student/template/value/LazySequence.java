package org.rsrkernel.student.template.value;

import java.util.Iterator;

/** A generator: its elements are made when they are asked for, once. */
public record LazySequence(Iterator<Object> elements) {}
