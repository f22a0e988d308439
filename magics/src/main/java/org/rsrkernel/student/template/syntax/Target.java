package org.rsrkernel.student.template.syntax;

import java.util.List;

/** What a value is assigned to. */
public sealed interface Target {

  /** {@code name}. */
  record Variable(String name) implements Target {}

  /** {@code namespace.name}. */
  record NamespaceField(String namespace, String name) implements Target {}

  /** {@code a, b}: one target for each element. */
  record Unpacked(List<Target> targets) implements Target {}
}
