package org.rsrkernel.metric.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.ScoredTrajectory;
import org.rsrkernel.scoring.TokenScores;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.trajectory.Message;

/** A student to whom a span has a surprisal of 1000 nats less a nat for each character before. */
public final class ReadingStudent implements PassStudent {
  final List<String> texts = new ArrayList<>();

  @Override
  public RenderedText render(List<Message> messages, List<Map<String, Object>> tools) {
    StringBuilder text = new StringBuilder();
    List<CharSpan> responses = new ArrayList<>();
    for (Message message : messages) {
      text.append('[').append(message.role()).append(']');
      int start = text.length();
      text.append(message.text());
      if (message.role().equals("assistant")) {
        responses.add(new CharSpan(start, text.length()));
      }
    }
    return new RenderedText(text.toString(), responses);
  }

  @Override
  public List<ScoredTrajectory> score(List<RenderedText> asked) {
    List<ScoredTrajectory> outcomes = new ArrayList<>();
    for (RenderedText text : asked) {
      int start = text.responses().get(0).start();
      texts.add(text.text().substring(0, start) + "|" + text.text().substring(start));
      outcomes.add(
          new ScoredTrajectory(
              "ok", Optional.of(new ScoreKey("k")), Optional.of(oneToken(1000 - start))));
    }
    return outcomes;
  }

  private static TokenScores oneToken(float surprisal) {
    float[] one = {1};
    return new TokenScores(
        new int[2], new int[] {1}, new int[] {1}, new float[] {surprisal}, one, one);
  }
}
