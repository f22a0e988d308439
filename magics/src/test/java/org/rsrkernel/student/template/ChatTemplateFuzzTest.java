package org.rsrkernel.student.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.rsrkernel.trajectory.Message;

/** Random templates of Jinja2's whole grammar, written by {@code chat_template_fuzz.py}. */
class ChatTemplateFuzzTest {

  /**
   * A template and what it gives.
   *
   * @param text null if Python raises
   */
  record Case(String template, String text) {}

  record Fixture(Map<String, Object> context, List<Case> cases) {}

  /**
   * What is left differs where a macro or block reads a variable of the context that the template
   * itself sets further down: Jinja2 decides such scopes before it runs.
   */
  @Test
  void randomTemplates_renderAsInJinja2() throws IOException {
    Fixture fixture = load();
    TemplateContext context = context(fixture.context());
    List<String> different = new ArrayList<>();
    for (Case random : fixture.cases()) {
      String text = render(random.template(), context);
      if (!Objects.equals(text, random.text())) {
        different.add(random.template() + "\n  expected " + random.text() + "\n  but was " + text);
      }
    }

    assertThat(fixture.cases()).hasSizeGreaterThanOrEqualTo(3000);
    assertThat(different)
        .as(String.join("\n\n", different))
        .hasSizeLessThanOrEqualTo(fixture.cases().size() / 500);
  }

  private static String render(String template, TemplateContext context) {
    try {
      return ChatTemplate.parse(template).render(context);
    } catch (TemplateException refused) {
      return null;
    }
  }

  private static Fixture load() throws IOException {
    try (InputStream file = ChatTemplateFuzzTest.class.getResourceAsStream("fuzz.json.gz");
        InputStream json = new GZIPInputStream(file)) {
      return new ObjectMapper().readValue(json, Fixture.class);
    }
  }

  @SuppressWarnings("unchecked") // the fixture's own shape
  private static TemplateContext context(Map<String, Object> all) {
    Map<String, Object> variables = new LinkedHashMap<>(all);
    List<Map<String, Object>> messages = (List<Map<String, Object>>) variables.remove("messages");
    return TemplateContext.of(messages.stream().map(Message::new).toList())
        .withVariables(variables);
  }
}
