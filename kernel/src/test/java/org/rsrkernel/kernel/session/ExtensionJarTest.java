package org.rsrkernel.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.kernel.transport.Channel;

class ExtensionJarTest {
  /** A whole extension: a magic with a type, a renderer, an import. */
  private static final String EXTENSION =
      """
      package greeting;

      import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
      import java.util.List;
      import java.util.Map;
      import org.rsrkernel.kernel.extension.*;

      public class GreetingExtension implements KernelExtension {
        public record Greeting(String name) {}

        @Override
        public void install(NotebookKernel kernel) {
          kernel.magics().registerLineMagic("greet", words -> new Greeting(words.get(0)));
          kernel.describe("greet", new MagicSupport() {
            @Override
            public String resultType(List<String> arguments) {
              return "greeting.GreetingExtension.Greeting";
            }
          });
          kernel.answer("greeting", question -> Map.of("words", "Hello " + question.get("name")));
          kernel.renderer().createRegistration(Greeting.class)
              .preferring(MIMEType.TEXT_HTML)
              .register((greeting, context) ->
                  context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<i>Hello " + greeting.name() + "</i>"));
        }

        @Override
        public List<String> imports() {
          return List.of("import greeting.*;");
        }
      }
      """;

  @Test
  void extensionInAnAddedJar_isInstalled(@TempDir Path folder) throws IOException {
    Path jar = buildJar(folder);
    try (NotebookSession session = NotebookSession.start()) {
      session.run("%greet Ada").fails("UnknownMagicException", "greet");
      session.run("%classpath '" + jar + "'").succeeds();
      session.run("%greet Ada").shows("text/html", "<i>Hello Ada</i>");
      session.run("var greeting = %greet Ada\ngreeting.name()").returns("Ada");
      session.run("GreetingExtension.Greeting.class.getSimpleName()").returns("Greeting");
      assertThat(
              answer(session, "greeting", "Ada").getAsJsonObject("data").get("words").getAsString())
          .isEqualTo("Hello Ada");
    }
  }

  /** What the kernel says first to a page that opens a comm with a name as its question. */
  private static JsonObject answer(NotebookSession session, String target, String name) {
    JsonObject question = new JsonObject();
    question.addProperty("name", name);
    JsonObject open = new JsonObject();
    open.addProperty("comm_id", "a-page");
    open.addProperty("target_name", target);
    open.add("data", question);
    String id = session.client().send(Channel.SHELL, "comm_open", open);
    session.client().receive(Channel.IOPUB, id); // busy
    return session.client().receive(Channel.IOPUB, id).content();
  }

  private static Path buildJar(Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("GreetingExtension.java"), EXTENSION);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String classPath = System.getProperty("java.class.path");
    int errors =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", classes.toString(), source.toString());
    if (errors != 0) {
      throw new AssertionError("the extension does not compile");
    }
    Path jar = folder.resolve("greeting.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      for (String name :
          new String[] {"GreetingExtension", "GreetingExtension$Greeting", "GreetingExtension$1"}) {
        put(
            entries,
            "greeting/" + name + ".class",
            Files.readAllBytes(classes.resolve("greeting/" + name + ".class")));
      }
      put(
          entries,
          "META-INF/services/org.rsrkernel.kernel.extension.KernelExtension",
          "greeting.GreetingExtension".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void put(JarOutputStream entries, String name, byte[] bytes) throws IOException {
    entries.putNextEntry(new JarEntry(name));
    entries.write(bytes);
    entries.closeEntry();
  }
}
