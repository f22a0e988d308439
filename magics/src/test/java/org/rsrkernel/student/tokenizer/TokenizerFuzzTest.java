package org.rsrkernel.student.tokenizer;

import org.junit.jupiter.api.Test;
import org.rsrkernel.student.Mutations;

/**
 * Damaged {@code tokenizer.json} files build a tokenizer or are refused with a message. A panic of
 * the native library would end the JVM, and with it this test.
 */
class TokenizerFuzzTest {

  private static final String ADDED =
      """
      "added_tokens": [{"id": 0, "content": "<s>", "single_word": false, "lstrip": true,
        "rstrip": false, "normalized": false, "special": true}]
      """;

  private static final String BYTE_LEVEL =
      """
      {"version": "1.0", %s, "normalizer": {"type": "NFC"},
       "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
         {"type": "Split", "pattern": {"Regex": "\\\\p{N}{1,3}| ?\\\\p{L}+|\\\\s+"},
          "behavior": "Isolated", "invert": false},
         {"type": "Digits", "individual_digits": true},
         {"type": "Punctuation", "behavior": "Isolated"},
         {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": false}]},
       "post_processor": {"type": "ByteLevel", "trim_offsets": true}, "decoder": {"type": "ByteLevel"},
       "model": {"type": "BPE", "dropout": null, "unk_token": null, "fuse_unk": false,
         "continuing_subword_prefix": "", "end_of_word_suffix": "", "ignore_merges": false,
         "vocab": {"<s>": 0, "a": 1, "b": 2, "Ġ": 3, "ab": 4, "Ġa": 5, "1": 6},
         "merges": [["a", "b"], ["Ġ", "a"]]}}
      """
          .formatted(ADDED);

  private static final String SENTENCE_PIECE =
      """
      {"version": "1.0", %s,
       "normalizer": {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "▁"},
         {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]},
       "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "first",
         "split": false},
       "model": {"type": "BPE", "unk_token": "<s>", "fuse_unk": true, "byte_fallback": true,
         "continuing_subword_prefix": "##",
         "vocab": {"<s>": 0, "▁": 1, "a": 2, "▁a": 3, "##b": 4, "ab": 5, "<0x0A>": 6},
         "merges": [["a", "##b"]]}}
      """
          .formatted(ADDED);

  private static final String UNIGRAM =
      """
      {"version": "1.0", %s, "normalizer": {"type": "NFKC"},
       "pre_tokenizer": {"type": "WhitespaceSplit"},
       "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": false,
         "vocab": [["<s>", 0.0], ["a", -1.5], ["b", -2.0], ["ab", -1.0], ["▁", -3.0]]}}
      """
          .formatted(ADDED);

  @Test
  void byteLevel_damagedInItsStructure() {
    Mutations.ofJson(BYTE_LEVEL, 1000, TokenizerFuzzTest::load);
  }

  @Test
  void sentencePiece_damagedInItsStructure() {
    Mutations.ofJson(SENTENCE_PIECE, 1000, TokenizerFuzzTest::load);
  }

  @Test
  void unigram_damagedInItsStructure() {
    Mutations.ofJson(UNIGRAM, 1000, TokenizerFuzzTest::load);
  }

  private static void load(String json) {
    try (StudentTokenizer tokenizer = StudentTokenizer.of(new TokenizerOnly(json))) {
      for (int id : tokenizer.encode("ab a<s>b 12 é😀\n\n x").ids()) {
        tokenizer.decode(id);
      }
    }
  }
}
