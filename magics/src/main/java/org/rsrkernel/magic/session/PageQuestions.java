package org.rsrkernel.magic.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.rsrkernel.view.html.KernelLine;

/** What the pages drawn last may still ask for. Belongs to the thread that runs cells. */
public final class PageQuestions implements KernelLine {

  /** The comm target on which pages ask. */
  public static final String TARGET = "rsr";

  private static final int KEPT = 16;

  private final Optional<String> kernelId;
  private final Map<String, IntFunction<Optional<String>>> pages =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, IntFunction<Optional<String>>> page) {
          return size() > KEPT;
        }
      };

  PageQuestions(Optional<String> kernelId) {
    this.kernelId = kernelId;
  }

  @Override
  public Optional<ObjectNode> open(IntFunction<Optional<String>> answers) {
    if (kernelId.isEmpty()) {
      return Optional.empty();
    }
    String page = UUID.randomUUID().toString();
    pages.put(page, answers);
    return Optional.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("kernel", kernelId.get())
            .put("target", TARGET)
            .put("page", page));
  }

  /**
   * Answers one question.
   *
   * @param question {@code page}, as its script was told, and {@code number} of the thing
   * @return {@code found}, the thing as JSON, or {@code problem} in words
   */
  public Map<String, String> answer(Map<String, String> question) {
    IntFunction<Optional<String>> answers = pages.get(question.get("page"));
    if (answers == null) {
      return Map.of("problem", "it does not know this output any more; run the cell again");
    }
    return answers
        .apply(Integer.parseInt(question.get("number")))
        .map(found -> Map.of("found", found))
        .orElse(Map.of("problem", "no such scores under the student in use"));
  }
}
