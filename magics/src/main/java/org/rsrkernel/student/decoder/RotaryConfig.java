package org.rsrkernel.student.decoder;

import java.util.Optional;
import org.rsrkernel.student.StudentException;

/** Reads rotary embeddings from a configuration, old layout or new. */
final class RotaryConfig {

  private static final double DEFAULT_THETA = 10_000;

  private RotaryConfig() {}

  /** The embedding of a model whose layers all rotate alike. */
  static RotaryEmbedding of(ModelConfig config, int headSize) {
    ModelConfig rope =
        config
            .object("rope_parameters")
            .or(() -> config.object("rope_scaling"))
            .orElseGet(() -> config.empty());
    double theta = rope.number("rope_theta", config.number("rope_theta", DEFAULT_THETA));
    double part = rope.number("partial_rotary_factor", config.number("partial_rotary_factor", 1));
    int size = (int) (headSize * part);
    return new RotaryEmbedding(size, theta, scaling(config, rope));
  }

  private static RotaryScaling scaling(ModelConfig config, ModelConfig rope) {
    String type =
        Optional.of(rope.text("rope_type", ""))
            .filter(t -> !t.isEmpty())
            .orElseGet(() -> rope.text("type", "default"));
    return switch (type) {
      case "default" -> RotaryScaling.NONE;
      case "llama3" -> Llama3Scaling.of(rope);
      default ->
          throw new StudentException(
              "%s: rotary embedding '%s' is not supported; default and llama3 are"
                  .formatted(config.student(), type));
    };
  }
}
