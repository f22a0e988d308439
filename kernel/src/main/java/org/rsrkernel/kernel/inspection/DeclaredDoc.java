package org.rsrkernel.kernel.inspection;

import java.util.List;

/**
 * What a source file says of a declaration.
 *
 * @param parameterNames of a method; empty for others
 * @param html its Javadoc; empty if it has none
 */
record DeclaredDoc(List<String> parameterNames, String html) {
  static final DeclaredDoc NONE = new DeclaredDoc(List.of(), "");
}
