package org.rsrkernel.scoring.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rsrkernel.scoring.ScoreKey;
import org.rsrkernel.scoring.TokenScores;

class RecentScoresTest {

  private static final ScoreKey FIRST = new ScoreKey("01");
  private static final ScoreKey SECOND = new ScoreKey("02");
  private static final ScoreKey THIRD = new ScoreKey("03");

  private final RecentScores recent = new RecentScores(10);

  @Test
  void scoresUsedLongestAgo_giveWay() {
    recent.keep(FIRST, ofTokens(4));
    recent.keep(SECOND, ofTokens(4));
    assertThat(recent.find(FIRST)).isPresent();
    recent.keep(THIRD, ofTokens(4));

    assertThat(recent.find(FIRST)).isPresent();
    assertThat(recent.find(SECOND)).isEmpty();
    assertThat(recent.find(THIRD)).isPresent();
  }

  @Test
  void sameScoresAgain_takeNoMoreRoom() {
    recent.keep(FIRST, ofTokens(4));
    recent.keep(SECOND, ofTokens(6));
    recent.keep(SECOND, ofTokens(6));

    assertThat(recent.size()).isEqualTo(2);
  }

  @Test
  void moreThanThereIsRoomFor_leavesWhatIsThere() {
    recent.keep(FIRST, ofTokens(4));
    RecentScores.Reading reading = recent.reading();
    reading.accept(SECOND, ofTokens(6));
    reading.accept(THIRD, ofTokens(6));
    reading.end();

    assertThat(recent.find(FIRST)).isPresent();
    assertThat(recent.size()).isEqualTo(1);
  }

  private static TokenScores ofTokens(int count) {
    float[] none = {};
    return new TokenScores(new int[count], new int[0], new int[0], none, none, none);
  }
}
