package org.rsrkernel.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.student.template.ChatTemplate;
import org.rsrkernel.student.template.TemplateContext;
import org.rsrkernel.student.template.TemplateException;
import org.rsrkernel.student.tokenizer.Encoding;
import org.rsrkernel.student.tokenizer.StudentTokenizer;
import org.rsrkernel.trajectory.Message;

/**
 * Makes of a conversation what a student reads: text by its chat template, then tokens.
 * Thread-safe.
 */
final class ConversationReader implements AutoCloseable {

  private final Optional<ChatTemplate> template;
  private final Map<String, String> specialTokens;
  private final StudentTokenizer tokenizer;

  private ConversationReader(
      Optional<ChatTemplate> template,
      Map<String, String> specialTokens,
      StudentTokenizer tokenizer) {
    this.template = template;
    this.specialTokens = specialTokens;
    this.tokenizer = tokenizer;
  }

  /**
   * @param templateText of the chat template; empty for a base model
   * @throws StudentException if the template or the tokenizer cannot be read
   */
  static ConversationReader of(StudentFiles files, Optional<String> templateText) {
    try {
      Optional<ChatTemplate> template = templateText.map(ChatTemplate::parse);
      return new ConversationReader(template, files.specialTokens(), StudentTokenizer.of(files));
    } catch (TemplateException e) {
      throw new StudentException(files.name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The text of a conversation. Without a chat template: the messages' texts one after another, the
   * beginning-of-sequence token before them if the student has one.
   *
   * @throws StudentException if the template refuses the conversation
   */
  RenderedText render(List<Message> messages, List<Map<String, Object>> tools) {
    if (template.isEmpty()) {
      return plain(messages);
    }
    TemplateContext context =
        TemplateContext.of(messages)
            .withTools(tools.isEmpty() ? null : List.copyOf(tools))
            .withVariables(specialTokens);
    try {
      return template.get().renderResponses(context);
    } catch (TemplateException e) {
      throw new StudentException(e.getMessage(), e);
    }
  }

  private RenderedText plain(List<Message> messages) {
    StringBuilder text = new StringBuilder(specialTokens.getOrDefault("bos_token", ""));
    List<CharSpan> responses = new ArrayList<>();
    for (Message message : messages) {
      int start = text.length();
      text.append(message.text());
      if (message.role().equals("assistant")) {
        responses.add(new CharSpan(start, text.length()));
      }
    }
    return new RenderedText(text.toString(), responses);
  }

  /** The text's tokens. A token belongs to a response if it begins in it. */
  RenderedConversation tokenize(RenderedText rendered) {
    Encoding encoding = tokenizer.encode(rendered.text());
    List<CharSpan> chars = encoding.chars();
    List<TokenSpan> responses = new ArrayList<>();
    int token = 0;
    for (CharSpan response : rendered.responses()) {
      while (token < chars.size() && chars.get(token).start() < response.start()) {
        token++;
      }
      int first = token;
      while (token < chars.size() && chars.get(token).start() < response.end()) {
        token++;
      }
      responses.add(new TokenSpan(first, token));
    }
    return new RenderedConversation(rendered.text(), encoding.ids(), chars, responses);
  }

  String tokenText(int tokenId) {
    return tokenizer.decode(tokenId);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
