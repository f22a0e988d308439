package org.rsrkernel.student.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.StudentFiles;

/**
 * The student's tokenizer: text into ids, never adding special tokens of its own, since the chat
 * template has written them. Thread-safe.
 */
public final class StudentTokenizer implements AutoCloseable {

  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  private final HuggingFaceTokenizer tokenizer;
  private final TokenPieces pieces;

  private StudentTokenizer(HuggingFaceTokenizer tokenizer, TokenPieces pieces) {
    this.tokenizer = tokenizer;
    this.pieces = pieces;
  }

  /**
   * Builds the tokenizer of a student.
   *
   * @throws StudentException if its {@code tokenizer.json} is damaged
   */
  public static StudentTokenizer of(StudentFiles files) {
    TokenizerDefinition definition = TokenizerDefinition.parse(files.tokenizerJson(), files.name());
    byte[] json = definition.json().getBytes(StandardCharsets.UTF_8);
    try {
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS);
      return new StudentTokenizer(tokenizer, TokenPieces.of(definition));
    } catch (IOException | RuntimeException e) {
      throw new StudentException(
          "The tokenizer of " + files.name() + " cannot be built: " + e.getMessage(), e);
    }
  }

  /** The text's tokens. A lone surrogate, which UTF-8 cannot hold, is read as U+FFFD. */
  public Encoding encode(String text) {
    ai.djl.huggingface.tokenizers.Encoding encoded =
        tokenizer.encode(wellFormed(text), false, false);
    long[] longIds = encoded.getIds();
    int[] ids = new int[longIds.length];
    List<CharSpan> chars = new ArrayList<>(ids.length);
    int[] starts = codePointStarts(text);
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (int) longIds[i];
      var span = encoded.getCharTokenSpans()[i];
      chars.add(new CharSpan(starts[span.getStart()], starts[span.getEnd()]));
    }
    return new Encoding(ids, chars);
  }

  /** A readable piece of text for a token: its characters, or bytes as {@code <0xE2>}. */
  public String decode(int id) {
    return pieces.of(id);
  }

  /** One more than the largest token id. */
  public int vocabularySize() {
    return pieces.vocabularySize();
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  /** Where each code point begins in UTF-16, and where the last one ends. */
  private static int[] codePointStarts(String text) {
    int[] starts = new int[text.codePointCount(0, text.length()) + 1];
    for (int k = 1; k < starts.length; k++) {
      starts[k] = starts[k - 1] + Character.charCount(text.codePointAt(starts[k - 1]));
    }
    return starts;
  }

  private static String wellFormed(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder repaired = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(repaired::appendCodePoint);
    return repaired.toString();
  }
}
