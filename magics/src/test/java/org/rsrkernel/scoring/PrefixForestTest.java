package org.rsrkernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.PackedBatch;
import org.rsrkernel.student.TokenSpan;

class PrefixForestTest {

  @Test
  void sharedPrompt_isComputedOnce() {
    int[] prompt = IntStream.range(0, 20).toArray();
    TokenSequence first = sequence(append(prompt, 50, 51, 52), 20);
    TokenSequence second = sequence(append(prompt, 60, 61), 20);

    PackedBatch batch = new PrefixForest(List.of(first, second)).layout().batch();

    assertThat(batch.segments())
        .containsExactly(
            new PackedBatch.Segment(-1, 0, 20),
            new PackedBatch.Segment(0, 20, 2),
            new PackedBatch.Segment(0, 22, 1));
    assertThat(batch.tokens()).isEqualTo(23); // not 20 + 2 + 20 + 1
  }

  @Test
  void promptsLastRow_predictsTheFirstTokenOfEveryResponse() {
    int[] prompt = IntStream.range(0, 20).toArray();
    TokenSequence first = sequence(append(prompt, 50), 20);
    TokenSequence second = sequence(append(prompt, 60), 20);

    PrefixForest.Layout layout = new PrefixForest(List.of(first, second)).layout();

    assertThat(layout.batch().scoredRows()).containsExactly(19, 19);
    assertThat(layout.batch().targetIds()).containsExactly(50, 60);
  }

  @Test
  void equalSequences_areScoredOnce() {
    int[] ids = IntStream.range(0, 30).toArray();
    PrefixForest.Layout layout =
        new PrefixForest(List.of(sequence(ids, 20), sequence(ids, 20))).layout();

    assertThat(layout.batch().tokens()).isEqualTo(29);
    assertThat(layout.batch().rows()).isEqualTo(10);
    assertThat(layout.sequenceRows().get(0)).isEqualTo(layout.sequenceRows().get(1));
  }

  @Test
  void shortSharedRun_isNotWorthASegment() {
    TokenSequence first = sequence(new int[] {1, 2, 3, 4}, 2);
    TokenSequence second = sequence(new int[] {1, 2, 5, 6}, 2);

    assertThat(new PrefixForest(List.of(first, second)).layout().batch().segments())
        .containsExactly(new PackedBatch.Segment(-1, 0, 3), new PackedBatch.Segment(-1, 3, 3));
  }

  /** Whatever is shared, each scored row sees exactly the tokens before its target. */
  @Test
  void everyRow_seesItsOwnPrefix() {
    for (long seed = 0; seed < 500; seed++) {
      List<TokenSequence> sequences = randomSequences(new SplittableRandom(seed));
      PrefixForest.Layout layout = new PrefixForest(sequences).layout();
      PackedBatch batch = layout.batch();
      for (int s = 0; s < sequences.size(); s++) {
        TokenSequence sequence = sequences.get(s);
        int[] rows = layout.sequenceRows().get(s);
        for (int k = 0; k < rows.length; k++) {
          int position = sequence.responsePositions()[k];
          assertThat(batch.targetIds()[rows[k]])
              .as("target, seed %d", seed)
              .isEqualTo(sequence.tokenIds()[position]);
          assertThat(visible(batch, batch.scoredRows()[rows[k]]))
              .as("prefix, seed %d", seed)
              .containsExactly(Arrays.copyOf(sequence.tokenIds(), position));
        }
      }
    }
  }

  private static int[] visible(PackedBatch batch, int row) {
    List<PackedBatch.Segment> segments = batch.segments();
    int own = segments.size() - 1;
    while (segments.get(own).start() > row) {
      own--;
    }
    List<Integer> ids = new ArrayList<>();
    int end = row + 1;
    for (int index = own; index >= 0; index = segments.get(index).parent()) {
      PackedBatch.Segment segment = segments.get(index);
      for (int k = end - 1; k >= segment.start(); k--) {
        ids.add(0, batch.tokenIds()[k]);
        assertThat(batch.positions()[k]).isEqualTo(batch.positions()[row] + 1 - ids.size());
      }
      int parent = segment.parent();
      end = parent < 0 ? 0 : segments.get(parent).start() + segments.get(parent).length();
    }
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<TokenSequence> randomSequences(SplittableRandom random) {
    List<int[]> known = new ArrayList<>();
    List<TokenSequence> sequences = new ArrayList<>();
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      int[] base = known.isEmpty() ? new int[0] : known.get(random.nextInt(known.size()));
      int kept = random.nextInt(base.length + 1);
      int[] tail = random.ints(random.nextInt(2, 30), 0, 4).toArray();
      int[] ids = append(Arrays.copyOf(base, kept), tail);
      known.add(ids);
      sequences.add(sequence(ids, random.nextInt(1, ids.length)));
    }
    sequences.sort(
        Comparator.comparing(
            TokenSequence::tokenIds,
            (a, b) -> Arrays.compare(a, 0, a.length - 1, b, 0, b.length - 1)));
    return sequences;
  }

  private static TokenSequence sequence(int[] ids, int responseStart) {
    return TokenSequence.of(ids, List.of(new TokenSpan(responseStart, ids.length)), ids.length);
  }

  private static int[] append(int[] head, int... tail) {
    int[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }
}
