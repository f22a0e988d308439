package org.rsrkernel.student.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.trajectory.Message;

/**
 * What a chat template reads, named as in transformers' {@code apply_chat_template}. Values are
 * JSON values as {@link Message} holds them. Immutable.
 *
 * @param tools JSON schemas of functions, or null ({@code None})
 * @param documents or null ({@code None})
 * @param variables special tokens ({@code bos_token}, …) and whatever else the caller sets
 */
public record TemplateContext(
    List<Message> messages,
    List<Object> tools,
    List<Object> documents,
    boolean addGenerationPrompt,
    Map<String, Object> variables) {

  public TemplateContext {
    messages = List.copyOf(messages);
    tools = tools == null ? null : Collections.unmodifiableList(new ArrayList<>(tools));
    documents = documents == null ? null : Collections.unmodifiableList(new ArrayList<>(documents));
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** A conversation without tools, documents, generation prompt or variables. */
  public static TemplateContext of(List<Message> messages) {
    return new TemplateContext(messages, null, null, false, Map.of());
  }

  public TemplateContext withMessages(List<Message> others) {
    return new TemplateContext(others, tools, documents, addGenerationPrompt, variables);
  }

  public TemplateContext withTools(List<Object> schemas) {
    return new TemplateContext(messages, schemas, documents, addGenerationPrompt, variables);
  }

  public TemplateContext withDocuments(List<Object> others) {
    return new TemplateContext(messages, tools, others, addGenerationPrompt, variables);
  }

  public TemplateContext withGenerationPrompt(boolean wanted) {
    return new TemplateContext(messages, tools, documents, wanted, variables);
  }

  /** With more variables; a variable that is set already is replaced. */
  public TemplateContext withVariables(Map<String, ?> more) {
    Map<String, Object> merged = new LinkedHashMap<>(variables);
    merged.putAll(more);
    return new TemplateContext(messages, tools, documents, addGenerationPrompt, merged);
  }
}
