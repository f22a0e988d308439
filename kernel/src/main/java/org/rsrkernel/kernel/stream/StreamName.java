package org.rsrkernel.kernel.stream;

/** The two output streams, with their names in Jupyter's messages. */
public enum StreamName {
  STDOUT("stdout"),
  STDERR("stderr");

  private final String wireName;

  StreamName(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
