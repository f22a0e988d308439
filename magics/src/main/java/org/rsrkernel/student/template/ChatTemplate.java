package org.rsrkernel.student.template;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.RenderedText;
import org.rsrkernel.student.template.evaluation.Interpreter;
import org.rsrkernel.student.template.evaluation.Rendering;
import org.rsrkernel.student.template.evaluation.TemplateError;
import org.rsrkernel.student.template.library.Filters;
import org.rsrkernel.student.template.library.Globals;
import org.rsrkernel.student.template.library.Tests;
import org.rsrkernel.student.template.syntax.Statement;
import org.rsrkernel.student.template.syntax.TemplateParser;
import org.rsrkernel.student.template.syntax.TemplateSyntaxException;
import org.rsrkernel.student.template.syntax.Vocabulary;
import org.rsrkernel.student.template.value.Budget;

/**
 * A tokenizer's chat template: the Jinja2 program that makes one text of a conversation. Renders
 * byte for byte what transformers renders. Templates come with a model and are not trusted: they
 * see plain values only, cannot change them, and are stopped when they cost too much.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChatTemplate {

  /** Far above any real template, far below what would take long to read. */
  private static final int MAX_LENGTH = 200_000;

  private static final Vocabulary VOCABULARY = new Vocabulary(Filters.names(), Tests.names());

  private final List<Statement> statements;
  private final Clock clock;

  private ChatTemplate(List<Statement> statements, Clock clock) {
    this.statements = statements;
    this.clock = clock;
  }

  /**
   * Reads a template's text.
   *
   * @throws TemplateException if it is not a template
   */
  public static ChatTemplate parse(String source) {
    if (source.length() > MAX_LENGTH) {
      throw new TemplateException(
          "The chat template has %,d characters; more than %,d are not read"
              .formatted(source.length(), MAX_LENGTH));
    }
    try {
      return new ChatTemplate(TemplateParser.parse(source, VOCABULARY), Clock.systemDefaultZone());
    } catch (TemplateSyntaxException error) {
      throw new TemplateException(
          "The chat template cannot be read: line %d: %s"
              .formatted(error.line(), error.getMessage()),
          error.line(),
          error);
    }
  }

  /** The same template with another clock for {@code strftime_now}; the default is the system's. */
  public ChatTemplate withClock(Clock other) {
    return new ChatTemplate(statements, other);
  }

  /**
   * The conversation's text.
   *
   * @throws TemplateException if the template refuses the conversation, fails, or costs too much
   */
  public String render(TemplateContext context) {
    return rendering(context, new Budget()).text();
  }

  /**
   * The conversation's text and the assistant's responses in it, one span for every assistant turn
   * that the template writes.
   *
   * <p>Where the template marks what is trained on with {@code {% generation %}}, those blocks are
   * the responses, as in transformers' {@code return_assistant_tokens_mask}. Otherwise a response
   * runs from the end of the assistant header to the start of the end marker, so that
   *
   * <ul>
   *   <li>the header is what the template's generation prompt and an earlier assistant turn both
   *       begin with: {@code <|im_start|>assistant\n} in ChatML; empty where {@code [/INST]} closes
   *       the user's turn;
   *   <li>whatever the template writes after the header belongs to the response, whether it comes
   *       from the message or not: reasoning, an empty {@code <think>} block, blank space, tool
   *       calls;
   *   <li>the end marker, and all that comes after it, does not: it is what follows the message's
   *       own text when that text is exchanged for another;
   *   <li>what the template drops (blank space it trims, reasoning of earlier turns) is not there.
   * </ul>
   *
   * <p>For ChatML and Llama 3 this is what the paper's code finds by its two pairs of markers.
   *
   * @throws TemplateException as {@link #render}, or if a response cannot be told from the text
   *     around it
   */
  public RenderedText renderResponses(TemplateContext context) {
    return new ResponseSpans(this, context).find();
  }

  /** Renders at the cost of a budget, which gets what a conversation of that size may cost. */
  Rendering rendering(TemplateContext context, Budget budget) {
    if (context.messages().isEmpty()) {
      throw new TemplateException(
          "A chat template needs a conversation with at least one message, but it has none");
    }
    try {
      return Interpreter.render(statements, variables(context, budget), budget);
    } catch (TemplateError error) {
      throw new TemplateException(message(error), error.line(), error);
    } catch (StackOverflowError error) {
      throw new TemplateException("The chat template was stopped: it nests too deeply");
    }
  }

  private Map<String, Object> variables(TemplateContext context, Budget budget) {
    Map<String, Object> variables = new HashMap<>(Globals.all(clock));
    context
        .variables()
        .forEach((name, value) -> variables.put(name, PythonValues.of(value, budget)));
    variables.put("messages", PythonValues.of(PreparedMessages.of(context.messages()), budget));
    variables.put("tools", PythonValues.of(context.tools(), budget));
    variables.put("documents", PythonValues.of(context.documents(), budget));
    variables.put("add_generation_prompt", context.addGenerationPrompt());
    return variables;
  }

  private static String message(TemplateError error) {
    String template =
        switch (error.kind()) {
          case FAILED -> "The chat template fails at line %d: %s";
          case RAISED -> "The chat template refuses the conversation (line %d): %s";
          case LIMIT -> "The chat template was stopped at line %d: %s";
        };
    return template.formatted(error.line(), error.getMessage());
  }
}
