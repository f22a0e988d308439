package org.rsrkernel.kernel.inspection;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of simple HTML, with line breaks where blocks begin. */
final class HtmlToText {

  private static final Pattern PRE = Pattern.compile("(?s)<pre>(.*?)</pre>");
  private static final Pattern BREAK =
      Pattern.compile(
          "\\s*<(?:p|/p|br|ul|/ul|ol|/ol|dl|/dl|dt|div|/div|h[1-6]|/h[1-6]|table|tr|hr)\\b[^>]*>\\s*");
  private static final Pattern ITEM = Pattern.compile("\\s*<(li|dd)\\b[^>]*>\\s*");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final String KEPT_NEWLINE = "\u0000";

  private HtmlToText() {}

  static String of(String html) {
    String text = PRE.matcher(html).replaceAll(HtmlToText::keepLines).replaceAll("\\s+", " ");
    text = BREAK.matcher(text).replaceAll("\n");
    text = ITEM.matcher(text).replaceAll(item -> item.group(1).equals("li") ? "\n  - " : "\n    ");
    text = text.replace("<sup>", "^");
    text = TAG.matcher(text).replaceAll("");
    text =
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&nbsp;", " ");
    return text.replace("&amp;", "&")
        .replace(KEPT_NEWLINE, "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String keepLines(MatchResult pre) {
    String kept =
        pre.group(1).stripIndent().strip().replace("\n", KEPT_NEWLINE).replace(" ", "&nbsp;");
    return Matcher.quoteReplacement("<p>" + kept + "<p>");
  }
}
