package org.rsrkernel.kernel.diagnostics;

import java.util.regex.Pattern;

/** The few terminal styles that errors use; Jupyter front ends turn them into colours. */
enum Ansi {
  RED("31"),
  YELLOW("1;33"),
  GREEN("32"),
  BOLD("1"),
  DIM("2");

  private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[0-9;]*m");

  private final String code;

  Ansi(String code) {
    this.code = code;
  }

  String paint(String text) {
    return "\u001B[" + code + "m" + text + "\u001B[0m";
  }

  static String strip(String text) {
    return ESCAPE.matcher(text).replaceAll("");
  }
}
