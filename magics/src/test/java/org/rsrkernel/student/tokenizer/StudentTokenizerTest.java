package org.rsrkernel.student.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.rsrkernel.student.CharSpan;
import org.rsrkernel.student.StudentException;

class StudentTokenizerTest {

  /** Bytes of "😀" one by one, a token of its last three, and "ab"; adds a token at the start. */
  private static final String BYTE_LEVEL =
      """
      {"added_tokens": [{"id": 9, "content": "<|end|>", "single_word": false, "lstrip": false,
                         "rstrip": false, "normalized": false, "special": true}],
       "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true,
                         "use_regex": true},
       "post_processor": {"type": "TemplateProcessing",
          "single": [{"SpecialToken": {"id": "<|end|>", "type_id": 0}},
                     {"Sequence": {"id": "A", "type_id": 0}}],
          "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
          "special_tokens": {"<|end|>": {"id": "<|end|>", "ids": [9], "tokens": ["<|end|>"]}}},
       "decoder": {"type": "ByteLevel"},
       "model": {"type": "BPE",
         "vocab": {"a": 0, "b": 1, "ab": 2, "ð": 3, "Ł": 4, "ĺ": 5, "Ģ": 6, "Ġ": 7, "Ġa": 8},
         "merges": [["a", "b"], ["Ġ", "a"]]}}
      """;

  @Test
  void text_becomesIdsWithoutAddedTokens() {
    try (StudentTokenizer tokenizer = tokenizer(BYTE_LEVEL)) {
      assertThat(tokenizer.encode("ab<|end|>a").ids()).containsExactly(2, 9, 0);
      assertThat(tokenizer.encode("").ids()).isEmpty();
    }
  }

  @Test
  void spans_countUtf16AndShareACharacterOfSeveralTokens() {
    try (StudentTokenizer tokenizer = tokenizer(BYTE_LEVEL)) {
      Encoding encoding = tokenizer.encode("a😀 ab");
      assertThat(encoding.ids()).containsExactly(0, 3, 4, 5, 6, 7, 2);
      CharSpan emoji = new CharSpan(1, 3);
      assertThat(encoding.chars())
          .containsExactly(
              new CharSpan(0, 1),
              emoji,
              emoji,
              emoji,
              emoji,
              new CharSpan(3, 4),
              new CharSpan(4, 6));
    }
  }

  @Test
  void loneSurrogate_isReadAsReplacementCharacter() {
    try (StudentTokenizer tokenizer = tokenizer(BYTE_LEVEL)) {
      assertThat(tokenizer.encode("a\ud83db").ids()).startsWith(0).endsWith(1);
    }
  }

  @Test
  void pieces_showSpacesAndBytes() {
    try (StudentTokenizer tokenizer = tokenizer(BYTE_LEVEL)) {
      assertThat(tokenizer.decode(8)).isEqualTo(" a");
      assertThat(tokenizer.decode(3)).isEqualTo("<0xF0>");
      assertThat(tokenizer.decode(9)).isEqualTo("<|end|>");
      assertThat(tokenizer.decode(10)).isEqualTo("<10>");
      assertThat(tokenizer.vocabularySize()).isEqualTo(10);
    }
  }

  @Test
  void pieces_ofSentencePieceShowSpacesAndBytes() {
    String json =
        """
        {"model": {"type": "BPE", "vocab": {"▁the": 0, "<0x41>": 1, "<0xE2>": 2}, "merges": []},
         "added_tokens": []}
        """;
    try (StudentTokenizer tokenizer = tokenizer(json)) {
      assertThat(tokenizer.decode(0)).isEqualTo(" the");
      assertThat(tokenizer.decode(1)).isEqualTo("A");
      assertThat(tokenizer.decode(2)).isEqualTo("<0xE2>");
    }
  }

  @Test
  void notJson_isNamedWithItsLine() {
    building("{\n\"model\": [}")
        .hasMessageStartingWith("The tokenizer.json of tiny, line 2, is not valid JSON");
  }

  @Test
  void unknownModel_isNamed() {
    building("{\"model\": {\"type\": \"Oracle\", \"vocab\": {}}}")
        .hasMessageContaining("its model is of the type 'Oracle'");
  }

  @Test
  void mistakeThatTheLibraryReports_isPassedOn() {
    building(
            "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": [[\"a\", \"b\"]]}}")
        .hasMessageStartingWith("The tokenizer of tiny cannot be built: ");
  }

  @Test
  void mergeWithoutItsPrefix_neverReachesTheLibrary() {
    building(
            "{\"model\": {\"type\": \"BPE\", \"continuing_subword_prefix\": \"##\","
                + " \"vocab\": {\"a\": 0, \"b\": 1}, \"merges\": [[\"a\", \"b\"]]}}")
        .hasMessageContaining("does not continue with '##'");
  }

  @Test
  void expressionThatBacktracksForever_neverReachesTheLibrary() {
    building(
            BYTE_LEVEL.replace(
                "{\"type\": \"ByteLevel\", \"add", "{\"pattern\": {\"Regex\": \"(a|a)*c\"}, \"add"))
        .hasMessageContaining("(a|a)*c repeats a group");
  }

  @Test
  void idBeyondReason_isNamed() {
    building("{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 4000000000}, \"merges\": []}}")
        .hasMessageContaining("token 'a' has the id 4000000000");
  }

  private static StudentTokenizer tokenizer(String json) {
    return StudentTokenizer.of(new TokenizerOnly(json));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> building(String json) {
    return assertThatThrownBy(() -> tokenizer(json)).isInstanceOf(StudentException.class);
  }
}
