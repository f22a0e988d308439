package org.rsrkernel.kernel.completion;

/** The order of proposals: what a person most likely means comes first. */
final class Closeness {
  static final int LOCAL = 0;
  static final int CELL = 1;
  static final int NOTEBOOK = 2;
  static final int OWN_MEMBER = 3;
  static final int INHERITED_MEMBER = 4;
  static final int OBJECT_MEMBER = 5;
  static final int IMPORTED_CLASS = 6;
  static final int KEYWORD = 7;
  static final int PACKAGE = 8;
  static final int CLASS_TO_IMPORT = 9;

  private Closeness() {}
}
