package org.rsrkernel.view.heatmap;

import java.util.Optional;

/** Where a view finds a trajectory's tokens. */
@FunctionalInterface
public interface TokenLookup {

  /** Knows no tokens. */
  TokenLookup NONE = (id, teacher) -> Optional.empty();

  /** The tokens of a teacher's trajectory; empty if they are not known. */
  Optional<TokenView> find(String id, String teacher);

  /** The same with all there is to know of them, which may take a pass of the student. */
  default Optional<TokenView> findWhole(String id, String teacher) {
    return find(id, teacher);
  }
}
