package org.rsrkernel.student.tokenizer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens as people can read them: the vocabulary's own spelling of spaces and bytes undone. */
final class TokenPieces {

  private static final Pattern BYTE = Pattern.compile("<0x([0-9A-Fa-f]{2})>");
  private static final char SENTENCEPIECE_SPACE = '\u2581';

  private final Map<Integer, String> tokens;
  private final Map<Integer, String> added;
  private final boolean byteLevel;
  private final int size;

  private TokenPieces(TokenizerDefinition definition) {
    this.tokens = definition.vocabulary();
    this.added = definition.addedTokens();
    this.byteLevel = definition.isByteLevel();
    this.size =
        1
            + Math.max(
                tokens.keySet().stream().max(Integer::compare).orElse(-1),
                added.keySet().stream().max(Integer::compare).orElse(-1));
  }

  static TokenPieces of(TokenizerDefinition definition) {
    return new TokenPieces(definition);
  }

  /** The piece of text; a byte that is not a whole character as {@code <0xE2>}. */
  String of(int id) {
    if (added.containsKey(id)) {
      return added.get(id);
    }
    String token = tokens.get(id);
    if (token == null) {
      return "<" + id + ">"; // beyond the tokenizer: the model's vocabulary is padded
    }
    if (byteLevel) {
      return fromByteLevel(token);
    }
    Matcher value = BYTE.matcher(token);
    return value.matches()
        ? readable(new byte[] {(byte) Integer.parseInt(value.group(1), 16)})
        : token.replace(SENTENCEPIECE_SPACE, ' ');
  }

  int vocabularySize() {
    return size;
  }

  private static String fromByteLevel(String token) {
    if (!ByteLevelAlphabet.spells(token)) {
      return token;
    }
    byte[] bytes = new byte[token.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ByteLevelAlphabet.byteOf(token.charAt(i));
    }
    return readable(bytes);
  }

  private static String readable(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) { // part of a character
      StringBuilder hexadecimal = new StringBuilder();
      for (byte value : bytes) {
        hexadecimal.append("<0x%02X>".formatted(value));
      }
      return hexadecimal.toString();
    }
  }
}
