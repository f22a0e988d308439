package org.rsrkernel.kernel.dependency;

/**
 * Two versions of one library were wanted.
 *
 * @param library group and artefact
 * @param chosen the version that is used
 * @param rejected the version that is not
 * @param rejectedFor which library asked for the rejected version
 * @param reason why the chosen one won
 */
public record VersionConflict(
    String library, String chosen, String rejected, String rejectedFor, String reason) {

  @Override
  public String toString() {
    return library
        + ": "
        + chosen
        + " is used, not the "
        + rejected
        + " that "
        + rejectedFor
        + " asks for ("
        + reason
        + ")";
  }
}
