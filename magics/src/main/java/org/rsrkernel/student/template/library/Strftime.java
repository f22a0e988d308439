package org.rsrkernel.student.template.library;

import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** {@code datetime.strftime} in the C locale, for a time without zone. */
final class Strftime {

  private final LocalDateTime time;
  private final StringBuilder out = new StringBuilder();

  private Strftime(LocalDateTime time) {
    this.time = time;
  }

  static String format(LocalDateTime time, String format) {
    Strftime formatter = new Strftime(time);
    formatter.append(format);
    return formatter.out.toString();
  }

  private void append(String format) {
    for (int i = 0; i < format.length(); i++) {
      char character = format.charAt(i);
      if (character != '%' || i + 1 == format.length()) {
        out.append(character);
        continue;
      }
      char directive = format.charAt(++i);
      char padding = '0';
      if ("-_0".indexOf(directive) >= 0 && i + 1 < format.length()) {
        padding = directive;
        directive = format.charAt(++i);
      }
      appendDirective(directive, padding);
    }
  }

  private void appendDirective(char directive, char padding) {
    switch (directive) {
      case 'Y' -> out.append(time.getYear());
      case 'y' -> number(time.getYear() % 100, 2, padding);
      case 'm' -> number(time.getMonthValue(), 2, padding);
      case 'd' -> number(time.getDayOfMonth(), 2, padding);
      case 'e' -> number(time.getDayOfMonth(), 2, padding == '0' ? '_' : padding);
      case 'j' -> number(time.getDayOfYear(), 3, padding);
      case 'H' -> number(time.getHour(), 2, padding);
      case 'I' -> number(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, padding);
      case 'M' -> number(time.getMinute(), 2, padding);
      case 'S' -> number(time.getSecond(), 2, padding);
      case 'f' -> number(time.get(ChronoField.MICRO_OF_SECOND), 6, '0');
      case 'V' -> number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, padding);
      case 'u' -> out.append(time.getDayOfWeek().getValue());
      case 'w' -> out.append(time.getDayOfWeek().getValue() % 7);
      default -> appendName(directive);
    }
  }

  private void appendName(char directive) {
    switch (directive) {
      case 'B' -> out.append(longName(time.getMonth().name()));
      case 'b', 'h' -> out.append(shortName(time.getMonth().name()));
      case 'A' -> out.append(longName(time.getDayOfWeek().name()));
      case 'a' -> out.append(shortName(time.getDayOfWeek().name()));
      case 'p' -> out.append(time.getHour() < 12 ? "AM" : "PM");
      case 'F' -> append("%Y-%m-%d");
      case 'T', 'X' -> append("%H:%M:%S");
      case 'R' -> append("%H:%M");
      case 'D', 'x' -> append("%m/%d/%y");
      case 'c' -> append("%a %b %e %H:%M:%S %Y");
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case '%' -> out.append('%');
      case 'Z', 'z' -> {} // there is no zone
      default -> out.append('%').append(directive);
    }
  }

  private static String longName(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String shortName(String name) {
    return longName(name).substring(0, 3);
  }

  private void number(int value, int width, char padding) {
    String digits = Integer.toString(value);
    if (padding != '-') {
      out.append((padding == '_' ? " " : "0").repeat(Math.max(0, width - digits.length())));
    }
    out.append(digits);
  }
}
