package org.rsrkernel.student.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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

  static {
    // DJL's tokenizers would fetch a CUDA build of themselves, and report their use
    setUnlessGiven("RUST_FLAVOR", "cpu");
    setUnlessGiven("OPT_OUT_TRACKING", "true");
  }

  private final String name;
  private final HuggingFaceTokenizer tokenizer;
  private final TokenPieces pieces;

  private StudentTokenizer(String name, HuggingFaceTokenizer tokenizer, TokenPieces pieces) {
    this.name = name;
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
    TokenPieces pieces = TokenPieces.of(definition);
    byte[] json =
        definition.nativeJson(); // the tree is not needed while the library builds its own
    try {
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), OPTIONS);
      return new StudentTokenizer(files.name(), tokenizer, pieces);
    } catch (IOException | RuntimeException e) {
      throw new StudentException(
          "The tokenizer of " + files.name() + " cannot be built: " + e.getMessage(), e);
    }
  }

  /**
   * The text's tokens. A lone surrogate, which UTF-8 cannot hold, is read as U+FFFD.
   *
   * @throws StudentException if the vocabulary has no token for a character
   */
  public Encoding encode(String text) {
    ai.djl.huggingface.tokenizers.Encoding encoded;
    try {
      encoded = tokenizer.encode(wellFormed(text), false, false);
    } catch (RuntimeException e) {
      throw new StudentException(
          "The tokenizer of " + name + " cannot read a text: " + e.getMessage(), e);
    }
    int[] ids = Arrays.stream(encoded.getIds()).mapToInt(Math::toIntExact).toArray();
    int[] starts = codePointStarts(text);
    List<CharSpan> chars = new ArrayList<>(ids.length);
    for (ai.djl.huggingface.tokenizers.jni.CharSpan span : encoded.getCharTokenSpans()) {
      int start =
          Math.min(span.getStart(), starts.length - 1); // a normalizer may add text at the end
      int end = Math.min(span.getEnd(), starts.length - 1);
      chars.add(new CharSpan(starts[start], starts[Math.max(start, end)]));
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

  private static void setUnlessGiven(String name, String value) {
    if (System.getenv(name) == null && System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
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
