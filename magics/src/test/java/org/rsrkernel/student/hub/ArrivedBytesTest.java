package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stretches that arrived, merged. */
class ArrivedBytesTest {

  private final ArrivedBytes arrived = new ArrivedBytes();

  @Test
  void stretchesThatTouch_areOne() {
    arrived.add(new ByteRange(0, 10));
    arrived.add(new ByteRange(20, 30));
    arrived.add(new ByteRange(10, 20));
    assertThat(arrived).hasToString("0 30\n");
  }

  @Test
  void missing_isSplit() {
    arrived.add(new ByteRange(5, 10));
    assertThat(arrived.missing(25, 10))
        .containsExactly(new ByteRange(0, 5), new ByteRange(10, 20), new ByteRange(20, 25));
  }

  @Test
  void noteBeyondTheFile_isRefused() {
    assertThat(ArrivedBytes.parse("0 10\n", 10).missing(10, 4)).isEmpty();
    assertThatThrownBy(() -> ArrivedBytes.parse("0 11\n", 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ArrivedBytes.parse("7 3\n", 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomStretches_areCountedAsBitsAre(long seed) {
    Random random = new Random(seed);
    BitSet bits = new BitSet();
    for (int i = 0; i < 200; i++) {
      int start = random.nextInt(1000);
      int end = start + random.nextInt(1 + random.nextInt(40));
      bits.set(start, end);
      arrived.add(new ByteRange(start, end));
      assertThat(arrived.count()).isEqualTo(bits.cardinality());
    }
    List<ByteRange> missing = arrived.missing(1100, 7);
    assertThat(missing.stream().mapToLong(ByteRange::length).sum())
        .isEqualTo(1100 - bits.get(0, 1100).cardinality());
    assertThat(missing)
        .allMatch(
            range ->
                bits.nextSetBit((int) range.start()) == -1
                    || bits.nextSetBit((int) range.start()) >= range.end());
  }
}
