package org.rsrkernel.kernel.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.kernel.analysis.CellAnalysis;
import org.rsrkernel.kernel.analysis.ClassPath;
import org.rsrkernel.kernel.analysis.CompilerPool;
import org.rsrkernel.kernel.analysis.NotebookDeclarations;
import org.rsrkernel.kernel.analysis.SomeMagics;
import org.rsrkernel.kernel.analysis.TypeIndex;

/** A library in a jar, with its sources in the jar beside it, as {@code %maven} gets them. */
class DocumentationTest {

  private static final String SOURCE =
      """
      package zoo;

      import java.util.Map;

      /** Animals &amp; their <em>food</em>. See {@link #feed(int, Map) feeding}. */
      public class Keeper implements Runnable {
        /**
         * Feeds them:
         * <pre>
         *   feed(1,  food);
         * </pre>
         * <script>alert(1)</script>
         * <ul><li>cats</li><li>{@code List<Dog>}</li></ul>
         *
         * @param times how often
         * @param food what for whom
         * @return how many were fed
         * @throws IllegalStateException if the {@link Keeper} is away
         */
        public <K> int feed(int times, Map<String, ? super K> food) { return 0; }

        /** Starts the day. */
        public static class Day {
          public Day(String... names) {}
        }

        @Override public void run() {}
      }
      """;

  private static final String RUNNABLE =
      "package java.lang;\npublic interface Runnable {\n  /** Does what there is to do. */\n  void run();\n}\n";

  @TempDir Path folder;
  private CellInspector inspector;

  @BeforeEach
  void makeLibrary() throws IOException {
    Path source = Files.createDirectories(folder.resolve("src/zoo")).resolve("Keeper.java");
    Files.writeString(source, SOURCE);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", classes.toString(), source.toString());
    Path jar = zip("zoo-1.jar", classes, List.of("zoo/Keeper.class", "zoo/Keeper$Day.class"));
    zip("zoo-1-sources.jar", folder.resolve("src"), List.of("zoo/Keeper.java"));
    Path javaHome = folder.resolve("jdk");
    Files.createDirectories(javaHome.resolve("lib"));
    Files.writeString(
        Files.createDirectories(folder.resolve("jdk-src/java.base/java/lang"))
            .resolve("Runnable.java"),
        RUNNABLE);
    zip("jdk/lib/src.zip", folder.resolve("jdk-src"), List.of("java.base/java/lang/Runnable.java"));
    ClassPath classPath = new ClassPath();
    classPath.add(List.of(jar));
    inspector =
        new CellInspector(
            new CellAnalysis(new NotebookDeclarations(), new CompilerPool(classPath)),
            new TypeIndex(classPath),
            new SomeMagics(),
            new Documentation(classPath, javaHome),
            name -> java.util.Optional.empty());
  }

  @Test
  void inspect_aMethod_rendersItsJavadoc() {
    Inspection feed = inspect("new zoo.Keeper().feed(");

    assertThat(feed.text())
        .isEqualTo(
            """
            Keeper.feed(int times, Map<String,? super K> food) int

            Feeds them:
            feed(1,  food);
            alert(1)
              - cats
              - List<Dog>

            times
                how often
            food
                what for whom
            Returns
                how many were fed
            Throws IllegalStateException
                if the Keeper is away\
            """);
    assertThat(feed.html()).doesNotContain("<script>").contains("<code>List&lt;Dog&gt;</code>");
  }

  @Test
  void inspect_aClassAndItsConstructor() {
    assertThat(inspect("zoo.Keeper").text())
        .isEqualTo("class zoo.Keeper : Runnable\n\nAnimals & their food. See feeding.");
    assertThat(inspect("new zoo.Keeper.Day(").text()).startsWith("new Day(String... names)");
  }

  @Test
  void inspect_aMethodWithoutComment_hasThatOfTheInterface() {
    assertThat(inspect("new zoo.Keeper().run(").text())
        .isEqualTo("Keeper.run() void\n\nDoes what there is to do.");
  }

  @Test
  void inspect_theJdk_readsItsSources() {
    assertThat(inspect("Runnable r = null; r.run").text())
        .isEqualTo("Runnable.run() void\n\nDoes what there is to do.");
    assertThat(inspect("Math.max(").text())
        .startsWith("Math.max(int, int) int")
        .doesNotContain("Returns");
  }

  private Inspection inspect(String code) {
    return inspector.inspect(code, code.length()).orElseThrow();
  }

  private Path zip(String name, Path root, List<String> files) throws IOException {
    Path zip = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (String file : files) {
        entries.putNextEntry(new ZipEntry(file));
        Files.copy(root.resolve(file), entries);
      }
    }
    return zip;
  }
}
