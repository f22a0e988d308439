package org.rsrkernel.student.gguf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What transformers' tokenizer classes for SentencePiece vocabularies do differently. */
enum SentencePieceStyle {
  /** A space before the text, unless it begins with a special token. */
  LLAMA(List.of("<s>", "</s>", "<unk>")) {
    @Override
    void describe(ObjectNode tokenizer) {
      tokenizer
          .putObject("pre_tokenizer")
          .put("type", "Metaspace")
          .put("replacement", SPACE)
          .put("prepend_scheme", "first")
          .put("split", false);
      decoder(tokenizer)
          .addObject()
          .put("type", "Strip")
          .put("content", " ")
          .put("start", 1)
          .put("stop", 0);
    }
  },

  /** A space before every stretch of text between special tokens. */
  PHI3(List.of("<s>", "</s>", "<unk>")) {
    @Override
    void describe(ObjectNode tokenizer) {
      ArrayNode steps =
          tokenizer.putObject("normalizer").put("type", "Sequence").putArray("normalizers");
      steps.addObject().put("type", "Prepend").put("prepend", SPACE);
      spaceReplacement(steps.addObject(), " ", SPACE);
      decoder(tokenizer)
          .addObject()
          .put("type", "Strip")
          .put("content", " ")
          .put("start", 1)
          .put("stop", 0);
    }
  },

  /** No space before the text; runs of spaces are stored as such; merges follow the ids. */
  GEMMA(List.of("<bos>", "<eos>", "<unk>", "<pad>", "<mask>")) {
    @Override
    void describe(ObjectNode tokenizer) {
      spaceReplacement(tokenizer.putObject("normalizer"), " ", SPACE);
      ObjectNode split = tokenizer.putObject("pre_tokenizer").put("type", "Split");
      split.putObject("pattern").put("String", " ");
      split.put("behavior", "MergedWithPrevious").put("invert", false);
      decoder(tokenizer);
    }

    @Override
    String spelling(String token) {
      boolean spaces = token.contains(" ") && token.isBlank();
      return spaces ? SPACE.repeat(token.codePointCount(0, token.length())) : token;
    }

    @Override
    Optional<String> unknownToken() {
      return Optional.of("<unk>");
    }

    @Override
    Map<String, Double> scores(GgufVocabulary vocabulary) {
      Map<String, Double> scores = new LinkedHashMap<>();
      for (int id = 0; id < vocabulary.tokens().size(); id++) {
        scores.put(spelling(vocabulary.tokens().get(id)), (double) -id);
      }
      return scores;
    }
  };

  private static final String SPACE = "\u2581";

  private final List<String> ownSpecialTokens;

  SentencePieceStyle(List<String> ownSpecialTokens) {
    this.ownSpecialTokens = ownSpecialTokens;
  }

  static SentencePieceStyle of(GgufLayout layout) {
    return switch (layout) {
      case GEMMA2, GEMMA3 -> GEMMA;
      case PHI3 -> PHI3;
      case LLAMA, QWEN2, QWEN3 -> LLAMA;
    };
  }

  /** Writes normalizer, pre-tokenizer and decoder. */
  abstract void describe(ObjectNode tokenizer);

  /** Tokens that the class makes special, whatever the file says. */
  List<String> ownSpecialTokens() {
    return ownSpecialTokens;
  }

  /** How the tokenizer spells a token of the file. */
  String spelling(String token) {
    return token;
  }

  Optional<String> unknownToken() {
    return Optional.empty();
  }

  /** What merges are ranked by, highest first. */
  Map<String, Double> scores(GgufVocabulary vocabulary) {
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int id = 0; id < vocabulary.scores().size(); id++) {
      scores.put(vocabulary.tokens().get(id), vocabulary.scores().get(id));
    }
    return scores;
  }

  private static ArrayNode decoder(ObjectNode tokenizer) {
    ArrayNode steps = tokenizer.putObject("decoder").put("type", "Sequence").putArray("decoders");
    spaceReplacement(steps.addObject(), SPACE, " ");
    steps.addObject().put("type", "ByteFallback");
    steps.addObject().put("type", "Fuse");
    return steps;
  }

  private static void spaceReplacement(ObjectNode step, String from, String to) {
    step.put("type", "Replace").put("content", to).putObject("pattern").put("String", from);
  }
}
