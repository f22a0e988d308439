package org.rsrkernel.student.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.trajectory.Message;

/** What transformers makes of the test templates: written by {@code chat_templates.py}. */
record GoldenRenderings(List<Conversation> conversations, Map<String, List<Expected>> expected) {

  /** The time that transformers was told when it rendered. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-07T09:05:03Z"), ZoneOffset.UTC);

  /** A conversation and everything else that {@code apply_chat_template} was given. */
  record Conversation(
      String name, List<Map<String, Object>> messages, Map<String, Object> options) {

    @SuppressWarnings("unchecked") // the fixture's own shape
    TemplateContext context() {
      Map<String, Object> variables = new LinkedHashMap<>(Map.of("bos_token", "<s>"));
      variables.put("eos_token", "</s>");
      variables.putAll(options);
      List<Object> tools = (List<Object>) variables.remove("tools");
      List<Object> documents = (List<Object>) variables.remove("documents");
      boolean prompt = Boolean.TRUE.equals(variables.remove("add_generation_prompt"));
      return TemplateContext.of(messages.stream().map(Message::new).toList())
          .withTools(tools)
          .withDocuments(documents)
          .withGenerationPrompt(prompt)
          .withVariables(variables);
    }
  }

  /**
   * What came of it.
   *
   * @param text null if Python raised {@code error}
   * @param spans responses in UTF-16 units, by markers; null if they were not looked for
   */
  record Expected(String text, String error, List<List<Integer>> spans) {

    List<CharSpan> responses() {
      List<CharSpan> responses = new ArrayList<>();
      spans.forEach(span -> responses.add(new CharSpan(span.get(0), span.get(1))));
      return responses;
    }
  }

  static GoldenRenderings load() {
    try (InputStream file = GoldenRenderings.class.getResourceAsStream("golden.json.gz");
        InputStream json = new GZIPInputStream(file)) {
      return new ObjectMapper().readValue(json, GoldenRenderings.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ChatTemplate template(String name) {
    try (InputStream file =
        GoldenRenderings.class.getResourceAsStream("templates/" + name + ".jinja")) {
      String source = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return ChatTemplate.parse(source).withClock(CLOCK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
