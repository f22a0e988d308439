package org.rsrkernel.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverydayMagicsTest {
  private static NotebookSession session;

  @BeforeAll
  static void start() {
    session = NotebookSession.start();
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @Test
  void vars_alignsNamesTypesSizesAndValues() {
    session.run("%reset");
    session.run("%vars").returns("no variables");
    session.run("class Plain {} int[] ranks = {1, 2}; String text = \"two\\nlines\"; Plain none;");
    session
        .run("%vars")
        .returns(
            """
            ranks  int[]   2  [1, 2]
            text   String  9  two lines
            none   Plain      null""");
  }

  @Test
  void lsmagic_saysWhatEachMagicDoes() {
    assertThat(session.run("%lsmagic").succeeds().result())
        .contains("%who: the names of all variables\n", "%%time: runs the cell and tells");
  }

  @Test
  void errorUnderTime_namesTheCellsLine() {
    assertThat(session.run("int ok = 1;\n\n%time Integer.parseInt(\"x\")").traceback())
        .contains("line 3\n  -->   3 | Integer.parseInt(\"x\")");
    assertThat(session.run("%%time\nint fine = 1;\nint wrong = \"text\";").traceback())
        .contains("line 3\n        3 | int wrong = \"text\";");
  }

  @Test
  void errorInALoadedFile_namesTheFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("broken.java"), "int a = 1;\nint b = \"x\";");
    assertThat(session.run("%load '" + file + "'").traceback()).contains(file + ", line 2");
  }

  @Test
  void magicWithoutWhatItNeeds_saysHowToWriteIt(@TempDir Path folder) {
    session.run("%history many").fails("IllegalArgumentException", "such as %history 5");
    session.run("%timeit").fails("IllegalArgumentException", "%timeit Math.sqrt(2)");
    session
        .run("%%writefile '" + folder.resolve("none/a.txt") + "'\ntext")
        .fails("NoSuchFileException", "there is no folder");
  }
}
