package org.rsrkernel.magic.doctor;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what says where and who: of every absolute path only the last name stays, and
 * that only where it is a library's.
 */
final class PrivatePaths {

  /** A Unix path or a Windows one: from its root to the next blank, quote or separator. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("(?<![\\w.])(?:~|[A-Za-z]:)?(?:[/\\\\][^/\\\\\\s:;,\"'()]+)+[/\\\\]?");

  private static final Pattern LIBRARY =
      Pattern.compile("[^/\\\\]+\\.(?:jar|so[.\\d]*|js|dylib|dll)$");

  private PrivatePaths() {}

  /**
   * The text without paths and names.
   *
   * @param user the name that this user logs in with
   */
  static String hide(String text, String user) {
    String shortened = ABSOLUTE.matcher(text).replaceAll(PrivatePaths::shortened);
    return user.length() < 2
        ? shortened
        : shortened.replaceAll("\\b" + Pattern.quote(user) + "\\b", "USER");
  }

  private static String shortened(MatchResult path) {
    Matcher library = LIBRARY.matcher(path.group());
    return Matcher.quoteReplacement("…/" + (library.find() ? library.group() : ""));
  }
}
