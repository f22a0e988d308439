package org.rsrkernel.student.tokenizer;

import java.util.Map;

final class TokenPieces {
  private final Map<Integer, String> tokens;

  private TokenPieces(Map<Integer, String> tokens) {
    this.tokens = tokens;
  }

  static TokenPieces of(TokenizerDefinition d) {
    return new TokenPieces(d.tokens());
  }

  String of(int id) {
    return tokens.get(id);
  }

  int vocabularySize() {
    return tokens.keySet().stream().max(Integer::compare).orElse(-1) + 1;
  }
}
