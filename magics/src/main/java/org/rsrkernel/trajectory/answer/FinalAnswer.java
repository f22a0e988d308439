package org.rsrkernel.trajectory.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer at which a response arrives.
 *
 * @param text as the response writes it
 * @param rule how it was found
 */
public record FinalAnswer(String text, AnswerRule rule) {

  private static final String ANSWER = "answer";

  /** Where a stated answer begins; it ends with its sentence or line. */
  private static final Pattern STATED =
      Pattern.compile("\\b" + ANSWER + "\\s*(?:is\\b|:|=)[\\s:*]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?;](?=\\s|$)|\\n");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])-?\\$?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:/\\d+)?%?");
  private static final String BOXED = "\\boxed{";

  /** The final answer of a response, if one of the rules finds it. */
  public static Optional<FinalAnswer> of(String response) {
    return boxed(response)
        .or(() -> afterHashes(response))
        .or(() -> stated(response))
        .or(() -> lastNumber(response));
  }

  private static Optional<FinalAnswer> boxed(String response) {
    int start = response.lastIndexOf(BOXED);
    if (start < 0) {
      return Optional.empty();
    }
    int depth = 1;
    int from = start + BOXED.length();
    for (int at = from; at < response.length(); at++) {
      char c = response.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return found(response.substring(from, at), AnswerRule.BOXED);
      }
    }
    return Optional.empty();
  }

  private static Optional<FinalAnswer> afterHashes(String response) {
    int hashes = response.lastIndexOf("#### ");
    if (hashes < 0) {
      return Optional.empty();
    }
    String line = response.substring(hashes + 5).lines().findFirst().orElse("");
    return NUMBER.matcher(line).find() ? found(line, AnswerRule.HASHES) : Optional.empty();
  }

  private static Optional<FinalAnswer> stated(String response) {
    Matcher matcher = STATED.matcher(response).useTransparentBounds(true);
    for (int at = response.length() - ANSWER.length(); at >= 0; at--) {
      if (response.regionMatches(true, at, ANSWER, 0, ANSWER.length())
          && matcher.region(at, response.length()).lookingAt()) {
        int start = matcher.end();
        Matcher end = SENTENCE_END.matcher(response).region(start, response.length());
        return found(
            response.substring(start, end.find() ? end.start() : response.length()),
            AnswerRule.STATED);
      }
    }
    return Optional.empty();
  }

  /** Looks at one word after the other from the end, since a number holds no blanks. */
  private static Optional<FinalAnswer> lastNumber(String response) {
    Matcher matcher = NUMBER.matcher(response).useTransparentBounds(true);
    int end = response.length();
    while (end > 0) {
      int start = end;
      boolean digits = false;
      while (start > 0 && !Character.isWhitespace(response.charAt(start - 1))) {
        start--;
        digits |= Character.isDigit(response.charAt(start));
      }
      String last = "";
      matcher.region(start, end);
      while (digits && matcher.find()) {
        last = matcher.group();
      }
      if (!last.isEmpty()) {
        return found(last, AnswerRule.LAST_NUMBER);
      }
      end = start - 1;
    }
    return Optional.empty();
  }

  private static Optional<FinalAnswer> found(String text, AnswerRule rule) {
    String stripped = text.strip();
    return stripped.isEmpty() ? Optional.empty() : Optional.of(new FinalAnswer(stripped, rule));
  }

  /** The first number in the answer, for "4 apples". */
  Optional<String> firstNumber() {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
