package org.rsrkernel.student.machine;

/**
 * Something that does not work as it should.
 *
 * @param what is wrong, and where
 * @param remedy what to do about it
 */
public record Problem(String what, String remedy) {

  @Override
  public String toString() {
    return what + ". " + remedy;
  }
}
