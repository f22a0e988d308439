package org.rsrkernel.kernel.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerPoolTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withTask_forgetsWhatEarlierRequestsDeclared(boolean keepTables) {
    CompilerPool compilers = new CompilerPool(new ClassPath(), keepTables);

    assertThat(knows(compilers, "class Cat {} class Caller { cursor$$ x; }", "Cat")).isTrue();
    assertThat(knows(compilers, "class Dog {} class Caller { cursor$$ x; }", "Cat")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withTask_seesJarsAddedLater(boolean keepTables) throws IOException {
    ClassPath classPath = new ClassPath();
    CompilerPool compilers = new CompilerPool(classPath, keepTables);
    assertThat(knows(compilers, "class A {}", "zoo.Cat")).isFalse();

    Path source = Files.createDirectories(folder.resolve("zoo")).resolve("Cat.java");
    Files.writeString(source, "package zoo; public class Cat {}");
    ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
    classPath.add(List.of(folder, folder.resolve("not-there.jar")));

    assertThat(knows(compilers, "class A {}", "zoo.Cat")).isTrue();
    assertThat(new TypeIndex(classPath).classesNamed("Cat")).containsExactly("zoo.Cat");
  }

  private static boolean knows(CompilerPool compilers, String source, String className) {
    return compilers.withTask(
        source,
        task -> {
          CursorView view = CursorView.ofName(task, CursorView.NAME_AT_CURSOR);
          TypeElement type = view.elements().getTypeElement(className);
          return type != null;
        });
  }
}
