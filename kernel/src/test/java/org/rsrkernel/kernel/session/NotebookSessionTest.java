package org.rsrkernel.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.kernel.transport.Channel;

class NotebookSessionTest {
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
  void expression_returnsItsValue() {
    session.run("1 + 1").returns("2");
    session.run("List.of(1, 2)").returns("[1, 2]");
    session.run("(String) null").returns("null");
  }

  @Test
  void declaration_returnsNothing() {
    session.run("int declared = 3;").returnsNothing();
    session.run("declared + 1").returns("4");
  }

  @Test
  void messages_comeInTheOrderJupyterAsksFor() {
    assertThat(session.run("System.out.println(1); 2").messageTypes())
        .containsExactly("status", "execute_input", "stream", "execute_result", "status");
  }

  @Test
  void snippetsOfACell_runInOrderUntilOneFails() {
    session
        .run(
            "int before = 1;\nSystem.out.println(\"printed\");\nint broken = \"text\";\nbefore = 2;")
        .prints("printed\n")
        .fails("CompileError", "line 3");
    session.run("before").returns("1");
  }

  @Test
  void cellThatDoesNotParse_runsNothing() {
    session
        .run("System.out.println(\"not printed\");\nint x = ;")
        .prints("")
        .fails("CompileError", "");
  }

  @Test
  void exception_namesTheLineOfTheCell() {
    CellOutcome outcome = session.run("int ok = 1;\nObject nothing = null;\nnothing.toString();");
    outcome.fails("NullPointerException", "");
    assertThat(outcome.traceback()).contains("line 3").contains("nothing.toString()");
  }

  @Test
  void valuesOfEarlierRuns_areGarbage() {
    session.run("class Big { byte[] bytes = new byte[100_000_000]; }");
    for (int run = 0; run < 30; run++) {
      session.run("var big = new Big();").succeeds();
      session.run("new Big().bytes.length").returns("100000000");
    }
    session.run("%reset");
  }

  @Test
  void undefinedNameInAMethod_isWarnedOf() {
    CellOutcome outcome = session.run("int later() { return notThereYet(); }");
    assertThat(outcome.succeeds().printed("stderr")).contains("notThereYet");
  }

  @Test
  void magicInAnExpression_isTypedAndOneInTextIsText() {
    session.run("var listed = %who\nlisted.getClass().getSimpleName()").returns("String");
    session.run("\"\"\"\n%who\n\"\"\".strip()").returns("%who");
    session.run("int percent = 17; // %who\npercent %7").returns("3");
  }

  @Test
  void unknownMagic_proposesTheOneThatWasMeant() {
    session.run("%vasr").fails("UnknownMagicException", "Did you mean %vars?");
  }

  @Test
  void cellMagic_takesTheRestOfTheCell() {
    session.run("%%html\n<b>%who</b>").shows("text/html", "<b>%who</b>");
  }

  @Test
  void busyLoop_isStoppedByAnInterrupt() {
    String cell = session.begin("System.out.println(\"started\"); while (true) {}");
    session.awaitOutput(cell);
    assertThat(session.interrupt().get("status").getAsString()).isEqualTo("ok");
    session.finish(cell).fails("CellInterrupted", "interrupted");
    session.run("1 + 1").returns("2");
  }

  @Test
  void question_isAnsweredByTheUser() {
    String cell = session.begin("input(\"Name? \")");
    session.answer("Ada");
    session.finish(cell).returns("Ada");
  }

  @Test
  void comm_carriesDataBothWays() {
    session.run(
        """
        comms().register("echo", (comm, data) -> comm.onMessage(comm::send));
        """);
    JsonObject open = new JsonObject();
    open.addProperty("comm_id", "c1");
    open.addProperty("target_name", "echo");
    open.add("data", new JsonObject());
    session.client().send(Channel.SHELL, "comm_open", open);
    JsonObject said = new JsonObject();
    said.addProperty("text", "hello");
    JsonObject message = new JsonObject();
    message.addProperty("comm_id", "c1");
    message.add("data", said);
    String id = session.client().send(Channel.SHELL, "comm_msg", message);
    session.client().receive(Channel.IOPUB, id); // busy
    JsonObject echoed = session.client().receive(Channel.IOPUB, id).content();
    assertThat(echoed.get("data")).isEqualTo(said);
    JsonObject open1 = session.ask(Channel.SHELL, "comm_info_request", new JsonObject());
    assertThat(open1.getAsJsonObject("comms").has("c1")).isTrue();
  }

  @Test
  void loadedFile_runsAsIfItWereACell(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("more.java"), "int fromFile = 5;\nfromFile * 2");
    session.run("%load '" + file + "'").returns("10");
    session.run("fromFile").returns("5");
  }
}
