package org.rsrkernel.kernel.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import org.rsrkernel.kernel.source.CellClasses;

/**
 * Says javac's messages in plain words, by the phrases of {@code plain-words.txt}. What it does not
 * know stays as javac says it.
 */
final class PlainWords {
  private static final List<Phrase> PHRASES = read("plain-words.txt");
  private static final String NO_OVERLOAD = "cant.apply.symbols";
  private static final Pattern WANTED =
      Pattern.compile("(?s)no suitable (method|constructor) found for (\\S+?)\\((.*?)\\)\n.*");
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "(?:method|constructor) \\S*?(?:<.*?>)?[\\w$]+(\\([^)]*\\)) is not applicable");

  /** How javac's code begins, its English message, and what we say; $1… are the groups. */
  private record Phrase(String code, Pattern javac, String plain) {
    static Phrase of(String[] lines) {
      String anywhere = lines[0].equals("cant.resolve") ? ".*?" : "";
      return new Phrase(
          lines[0], Pattern.compile("(?s)" + anywhere + lines[1].strip()), lines[2].strip());
    }
  }

  private PlainWords() {}

  static String of(Diag diag) {
    String message = simplified(diag.getMessage(Locale.ENGLISH));
    String code =
        diag.getCode() == null ? "" : diag.getCode().replaceFirst("^compiler\\.err\\.", "");
    if (code.equals(NO_OVERLOAD)) {
      return overloads(message);
    }
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.javac().matcher(message);
      if (code.startsWith(phrase.code()) && matcher.matches()) {
        return matcher.replaceFirst(phrase.plain()).strip();
      }
    }
    return message;
  }

  private static String overloads(String message) {
    Matcher wanted = WANTED.matcher(message);
    if (!wanted.matches()) {
      return message;
    }
    Set<String> candidates = new LinkedHashSet<>();
    CANDIDATE.matcher(message).results().forEach(found -> candidates.add(found.group(1)));
    return "`%s` takes %s, but gets (%s)."
        .formatted(wanted.group(2), String.join(" or ", candidates), wanted.group(3));
  }

  /** Without {@code java.lang.} and without JShell's wrapper classes. */
  static String simplified(String message) {
    return CellClasses.asDeclared(message)
        .replaceAll("\\bjava\\.lang\\.(?=[A-Z]\\w*\\b(?!\\.))", "")
        .strip();
  }

  private static List<Phrase> read(String resource) {
    try (InputStream file = PlainWords.class.getResourceAsStream(resource)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n\n"))
          .skip(1) // what the file says of itself
          .map(paragraph -> Phrase.of(paragraph.split("\n")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
