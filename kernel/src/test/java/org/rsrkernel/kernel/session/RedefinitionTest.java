package org.rsrkernel.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedefinitionTest {
  private static NotebookSession session;

  @BeforeAll
  static void start() {
    session = NotebookSession.start();
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @BeforeEach
  void forget() {
    session.run("%reset").succeeds();
  }

  @Test
  void redefinedMethod_keepsTheVariablesComputedWithIt() {
    session.run("int one() { return 1; } var kept = one(); String text = \"a\" + one();");
    assertThat(session.run("int one() { return 10; }").printed("stderr")).isEmpty();
    session.run("text + kept + one()").returns("a1110");
  }

  @Test
  void methodOfAnotherType_keepsTheVariablesComputedWithIt() {
    session.run("int one() { return 1; } var kept = one();");
    assertThat(session.run("String one() { return \"x\"; }").printed("stderr")).isEmpty();
    session.run("kept + 1").returns("2");
  }

  @Test
  void redefinedClass_saysWhatItHadToEmpty() {
    session.run("class Point { int x = 1; } var point = new Point(); var points = List.of(point);");
    session.run("List<Point> none = new ArrayList<>();");
    CellOutcome outcome = session.run("class Point { int x = 2; int y; }");
    assertThat(outcome.printed("stderr"))
        .isEqualTo("Emptied, because the value is of a class as it was before: point, points\n");
    session.run("point").returns("null");
    session.run("none").returns("[]");
    session.run("point = new Point(); point.x").returns("2");
  }

  @Test
  void sameClassRunAgain_keepsEverything() {
    session.run("class Point { int x = 1; }");
    session.run("var point = new Point(); point.x = 5;");
    assertThat(session.run("class Point { int x = 1; }").printed("stderr")).isEmpty();
    session.run("point.x").returns("5");
  }

  @Test
  void redefinedRecordWithTheSameComponents_takesItsValuesAlong() {
    session.run("record Run(String id, int tokens) {}");
    session.run("var run = new Run(\"a\", 3); var runs = new ArrayList<>(List.of(run));");
    session.run("Map<String, Run> byId = Map.of(\"a\", run); Run[] array = {run};");
    CellOutcome outcome =
        session.run("record Run(String id, int tokens) { int twice() { return tokens * 2; } }");
    assertThat(outcome.printed("stderr")).isEmpty();
    session
        .run("run.twice() + runs.get(0).twice() + byId.get(\"a\").twice() + array[0].twice()")
        .returns("24");
  }

  @Test
  void recordWithOtherComponents_isEmptied() {
    session.run("record Run(String id) {} var run = new Run(\"a\");");
    assertThat(session.run("record Run(String id, int tokens) {}").printed("stderr"))
        .contains("run");
    session.run("run").returns("null");
  }

  @Test
  void redefinedEnum_keepsConstantsByName() {
    session.run("enum Split { TRAIN, TEST } var split = Split.TEST; var all = List.of(split);");
    assertThat(session.run("enum Split { TRAIN, TEST, DEV }").printed("stderr")).isEmpty();
    session.run("split == Split.TEST && all.contains(Split.TEST)").returns("true");
  }

  @Test
  void importOfTheSameName_takesTheClassesPlace() {
    session.run("class Point { int x = 2; } var point = new Point(); int other = 3;");
    assertThat(session.run("import java.awt.Point;").printed("stderr")).contains("point");
    session.run("new Point(1, 2).x + other").returns("4");
    session.run("class Point { int x = 9; }").succeeds();
    session.run("new Point().x").returns("9");
  }

  @Test
  void classThatDoesNotCompile_leavesTheImportOfItsName() {
    session.run("import java.awt.Point;");
    session.run("class Point { int x = \"text\"; }").fails("CompileError", "line 1");
    session.run("new Point(1, 2).x").returns("1");
  }

  @Test
  void importThatMakesATypeAmbiguous_keepsVariablesOfThatType() {
    session.run("List<Integer> numbers = List.of(1, 2);");
    assertThat(session.run("import java.awt.*;").printed("stderr")).isEmpty();
    session.run("numbers.size()").returns("2");
    session.run("import java.util.List;").succeeds();
    session.run("List<Integer> more = numbers; more").returns("[1, 2]");
  }

  @Test
  void compactConstructor_needsNoModifier() {
    session
        .run(
            """
            record Share(double value) {
              Share { if (value < 0) throw new IllegalArgumentException("negative"); }
            }
            new Share(-1)
            """)
        .fails("IllegalArgumentException", "negative");
  }
}
