package org.rsrkernel.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** What came of one cell, with the expectations that tests have of it. */
public final class CellOutcome {
  private final JsonObject reply;
  private final List<JupyterMessage> published = new ArrayList<>();

  CellOutcome(JsonObject reply) {
    this.reply = reply;
  }

  void add(JupyterMessage message) {
    published.add(message);
  }

  /** The cell succeeded and its result's plain text is this. */
  public CellOutcome returns(String text) {
    succeeds();
    assertThat(data("execute_result", "text/plain")).containsExactly(text);
    return this;
  }

  /** The result's plain text; empty if there is none. */
  public String result() {
    return String.join("", data("execute_result", "text/plain"));
  }

  /** The cell succeeded and has no result. */
  public CellOutcome returnsNothing() {
    succeeds();
    assertThat(data("execute_result", "text/plain")).isEmpty();
    return this;
  }

  public CellOutcome succeeds() {
    assertThat(reply.get("status").getAsString()).as(reply::toString).isEqualTo("ok");
    return this;
  }

  /** All that went to standard output is this. */
  public CellOutcome prints(String text) {
    assertThat(printed("stdout")).isEqualTo(text);
    return this;
  }

  /** The cell showed something of a type, by result or display. */
  public CellOutcome shows(String mimeType, String text) {
    List<String> shown = data("execute_result", mimeType);
    shown.addAll(data("display_data", mimeType));
    assertThat(shown).contains(text);
    return this;
  }

  /** The cell failed so. */
  public CellOutcome fails(String name, String messagePart) {
    assertThat(reply.get("status").getAsString()).as(reply::toString).isEqualTo("error");
    assertThat(reply.get("ename").getAsString()).isEqualTo(name);
    assertThat(reply.get("evalue").getAsString()).contains(messagePart);
    return this;
  }

  /** What the cell printed to a stream. */
  public String printed(String stream) {
    return published.stream()
        .filter(message -> message.type().equals("stream"))
        .map(JupyterMessage::content)
        .filter(content -> content.get("name").getAsString().equals(stream))
        .map(content -> content.get("text").getAsString())
        .collect(Collectors.joining());
  }

  /** The error's lines without colours. */
  public String traceback() {
    StringBuilder text = new StringBuilder();
    reply
        .get("traceback")
        .getAsJsonArray()
        .forEach(line -> text.append(line.getAsString()).append('\n'));
    return text.toString().replaceAll("\u001B\\[[0-9;]*m", "");
  }

  /** The types of what was published, in order. */
  public List<String> messageTypes() {
    return published.stream().map(JupyterMessage::type).toList();
  }

  private List<String> data(String type, String mimeType) {
    List<String> found = new ArrayList<>();
    for (JupyterMessage message : published) {
      if (message.type().equals(type) && message.content().getAsJsonObject("data").has(mimeType)) {
        found.add(message.content().getAsJsonObject("data").get(mimeType).getAsString());
      }
    }
    return found;
  }
}
