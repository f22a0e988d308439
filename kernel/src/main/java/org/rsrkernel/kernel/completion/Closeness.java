package org.rsrkernel.kernel.completion;

import org.rsrkernel.kernel.analysis.VisibleElements.Nearness;

/** The order of proposals after those that the compiler knows as elements. */
final class Closeness {
  static final int MEMBER_WORD = Nearness.OWN_MEMBER.ordinal();
  static final int CLASS = Nearness.CLASS.ordinal();
  static final int KEYWORD = CLASS + 1;
  static final int PACKAGE = CLASS + 2;
  static final int CLASS_TO_IMPORT = CLASS + 3;

  private Closeness() {}
}
