package org.rsrkernel.kernel.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.CompilerPool;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.SomeMagics;
import org.rsrkernel.kernel.analysis.TypeIndex;
import org.rsrkernel.kernel.completion.Completions.Completion;

class MagicCompletionTest {

  private static final ClassPath CLASS_PATH = ClassPath.ofJvm();
  private static final CellCompleter COMPLETER =
      new CellCompleter(
          new CellAnalysis(new NotebookDeclarations(), new CompilerPool(CLASS_PATH)),
          new TypeIndex(CLASS_PATH),
          new SomeMagics());

  @TempDir Path folder;

  @Test
  void complete_namesOfMagics() {
    assertThat(complete("%|")).isEqualTo(replacing(0, 1, "magic", "%load", "%rank", "%time"));
    assertThat(complete("int a = 1;\n%ra|")).isEqualTo(replacing(11, 14, "magic", "%rank"));
    assertThat(complete("var x = %ra|")).isEqualTo(replacing(8, 11, "magic", "%rank"));
    assertThat(complete("%%t|\nfoo")).isEqualTo(replacing(0, 3, "magic", "%%time"));
  }

  @Test
  void complete_whatTheMagicItselfKnows() {
    assertThat(complete("%rank te|")).isEqualTo(replacing(6, 8, "verb", "teachers"));
    assertThat(complete("var x = %rank |"))
        .isEqualTo(replacing(14, 14, "verb", "teachers", "tokens"));
    assertThat(complete("%%rank to|\nbody")).isEqualTo(replacing(7, 9, "verb", "tokens"));
  }

  @Test
  void complete_filesOfAMagic() throws IOException {
    Files.createDirectory(folder.resolve("notes"));
    Files.writeString(folder.resolve("node.java"), "");
    Files.writeString(folder.resolve(".nohidden"), "");
    String start = folder + "/";

    assertThat(complete("%load " + start + "no|").items())
        .extracting(Completion::text)
        .containsExactly(start + "node.java", start + "notes/");
    assertThat(complete("%load " + start + "|").items()).hasSize(2);
    assertThat(complete("%load " + start + "nowhere/x|").items()).isEmpty();
  }

  @Test
  void complete_filesWithBlanksAsAMagicReadsThem() throws IOException {
    Files.createDirectory(folder.resolve("my data"));
    Files.writeString(folder.resolve("my data/runs one.csv"), "");
    String start = folder + "/";

    assertThat(complete("%load " + start + "my|").items())
        .extracting(Completion::text)
        .containsExactly(start + "my\\ data/");
    assertThat(complete("%load " + start + "my\\ data/r|").items())
        .extracting(Completion::text)
        .containsExactly(start + "my\\ data/runs\\ one.csv");
    assertThat(complete("%load \"" + start + "my|").items())
        .extracting(Completion::text)
        .containsExactly("\"" + start + "my data/");
    assertThat(complete("%load '" + start + "my data/r|").items())
        .extracting(Completion::text)
        .containsExactly("'" + start + "my data/runs one.csv'");
    assertThat(complete("%load --from=" + start + "my|").items())
        .extracting(Completion::text)
        .containsExactly(start + "my\\ data/");
  }

  @Test
  void complete_filesInsideAString() throws IOException {
    Files.writeString(folder.resolve("scores.csv"), "");

    Completions completions = complete("var t = read(\"" + folder + "/sc|\")");

    assertThat(completions.items())
        .containsExactly(new Completion(folder + "/scores.csv", "path", ""));
    assertThat(completions.start()).isEqualTo(14);
  }

  @Test
  void complete_javaInsideAMagicThatTakesIt() {
    assertThat(complete("%time \"a\".isBl|"))
        .isEqualTo(
            new Completions(
                10, 14, List.of(new Completion("isBlank()", "function", "() boolean"))));
    assertThat(complete("%%time\nint a = 1;\n\"a\".isBl|").items())
        .extracting(Completion::text)
        .containsExactly("isBlank()");
  }

  @Test
  void complete_theResultOfAMagic() {
    assertThat(complete("var best = %rank teachers\n;best.isEm|").items())
        .extracting(Completion::text)
        .containsExactly("isEmpty()");
  }

  @Test
  void complete_notInACellMagicsBodyNorInComments() {
    assertThat(complete("%%rank\nSystem.ou|").items()).isEmpty();
    assertThat(complete("// System.ou|").items()).isEmpty();
    assertThat(complete("/* % |").items()).isEmpty();
  }

  @Test
  void complete_takesARemainderForWhatItIs() {
    assertThat(complete("int a = 7; int b = a %Math.ma|").items())
        .extracting(Completion::text)
        .containsExactly("max(");
  }

  private static Completions replacing(int start, int end, String type, String... texts) {
    return new Completions(
        start, end, List.of(texts).stream().map(text -> new Completion(text, type, "")).toList());
  }

  private static Completions complete(String cellWithCursor) {
    int at = cellWithCursor.indexOf('|');
    String cell = cellWithCursor.substring(0, at) + cellWithCursor.substring(at + 1);
    return COMPLETER.complete(cell, cellWithCursor.codePointCount(0, at));
  }
}
