package org.rsrkernel.student.decoder;

import org.rsrkernel.student.StudentException;

/** The non-linear part of a feed-forward block. */
enum Activation {
  SILU,
  GELU,
  /** GELU's approximation by tanh. */
  GELU_TANH;

  /** Reads a name as transformers gives it. */
  static Activation of(ModelConfig config, String field, String fallback) {
    String name = config.text(field, fallback);
    return switch (name) {
      case "silu", "swish" -> SILU;
      case "gelu" -> GELU;
      case "gelu_new", "gelu_fast", "gelu_pytorch_tanh" -> GELU_TANH;
      default ->
          throw new StudentException(
              "%s: '%s' in config.json is '%s'; these are supported: silu, gelu, gelu_new,"
                      .formatted(config.student(), field, name)
                  + " gelu_pytorch_tanh");
    };
  }
}
