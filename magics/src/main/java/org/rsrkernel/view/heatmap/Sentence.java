package org.rsrkernel.view.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence or line of a response.
 *
 * @param text its beginning
 * @param from its first response token
 * @param to the response token after its last
 * @param rank mean of its tokens' clipped ranks
 * @param surprisal mean of its tokens, nats
 */
public record Sentence(String text, int from, int to, double rank, double surprisal) {

  private static final int TEXT_LENGTH = 100;
  private static final Pattern STOP = Pattern.compile("[.!?。！？][\"')\\]]*$");

  /**
   * The response's sentences; a stop ends one where a blank follows, and so does every line end.
   */
  public static List<Sentence> of(TokenView view) {
    List<TokenCell> tokens = view.responseOnly().cells();
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean last = i + 1 == tokens.size();
      if (last || ends(tokens.get(i).text(), tokens.get(i + 1).text())) {
        sentences.add(of(tokens.subList(from, i + 1), from, view.clip()));
        from = i + 1;
      }
    }
    return sentences;
  }

  private static boolean ends(String text, String next) {
    boolean blankFollows = !next.isEmpty() && Character.isWhitespace(next.charAt(0));
    return text.contains("\n") || blankFollows && STOP.matcher(text).find();
  }

  private static Sentence of(List<TokenCell> tokens, int from, int clip) {
    StringBuilder text = new StringBuilder();
    double ranks = 0;
    double surprisals = 0;
    for (TokenCell token : tokens) {
      if (text.length() < TEXT_LENGTH) {
        text.append(TokenText.visible(token.text()).replace('\n', ' '));
      }
      ranks += Math.min(token.rank(), clip);
      surprisals += token.surprisal();
    }
    int size = tokens.size();
    return new Sentence(
        text.toString().strip(), from, from + size, ranks / size, surprisals / size);
  }
}
