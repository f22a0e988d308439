package org.rsrkernel.kernel.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordConstructorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          record P(int a) { P { check(a); } }           | record P(int a) { public P { check(a); } }
          record P(int a) { P(int a) { this.a = a; } }  | record P(int a) { public P(int a) { this.a = a; } }
          record P<T>(T a) { int x() { return 1; } P {} } | record P<T>(T a) { int x() { return 1; } public P {} }
          record P(int a) { public P {} }               | record P(int a) { public P {} }
          record P(int a) { P with() { return new P(1); } } | record P(int a) { P with() { return new P(1); } }
          record P(int a) { void m() { if (true) { P(1); } } } | record P(int a) { void m() { if (true) { P(1); } } }
          record P(int a)                               | record P(int a)
          // record P(int a) { P {} }                   | // record P(int a) { P {} }
          int record = 3;                               | int record = 3;
          """)
  void constructor_becomesPublic(String written, String compiled) {
    assertThat(RecordConstructors.makePublic(written)).isEqualTo(compiled);
  }
}
