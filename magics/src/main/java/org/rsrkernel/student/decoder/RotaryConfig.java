package org.rsrkernel.student.decoder;

import java.util.Optional;
import org.rsrkernel.student.StudentException;

/**
 * Reads rotary embeddings from a configuration: {@code rope_parameters}, or the older {@code
 * rope_scaling} with {@code rope_theta} beside it.
 */
final class RotaryConfig {

  private static final double DEFAULT_THETA = 10_000;
  private static final double LEAST_FACTOR = 1e-6;
  private static final double LARGEST_FACTOR = 1e6;

  private RotaryConfig() {}

  /** The embedding of a model whose layers all turn alike. */
  static RotaryEmbedding of(ModelConfig config, DecoderShape shape) {
    return of(config, shape, 1);
  }

  /**
   * The embedding of a model whose layers all turn alike.
   *
   * @param partByDefault how much of a head turns if the configuration does not say
   */
  static RotaryEmbedding of(ModelConfig config, DecoderShape shape, double partByDefault) {
    ModelConfig rope = parameters(config).orElseGet(config::empty);
    double theta = rope.number("rope_theta", config.number("rope_theta", DEFAULT_THETA));
    double part =
        rope.number("partial_rotary_factor", config.number("partial_rotary_factor", partByDefault));
    return of(config, rope, theta, part, shape);
  }

  /** The embedding of the layers of one type, where types differ. */
  static RotaryEmbedding ofLayers(
      ModelConfig config, ModelConfig rope, double theta, DecoderShape shape) {
    return of(config, rope, rope.number("rope_theta", theta), 1, shape);
  }

  /** What the configuration says of turning; old or new layout. */
  static Optional<ModelConfig> parameters(ModelConfig config) {
    return config.object("rope_parameters").or(() -> config.object("rope_scaling"));
  }

  private static RotaryEmbedding of(
      ModelConfig config, ModelConfig rope, double theta, double part, DecoderShape shape) {
    int size = (int) (shape.headSize() * part);
    if (size < 2 || size > shape.headSize() || size % 2 != 0 || theta <= 0) {
      throw new StudentException(
          "%s: %s of %d values of a head turn with base %s, but it must be an even number from 2"
                  .formatted(config.student(), size, shape.headSize(), theta)
              + " to the head's size, and a base above 0");
    }
    return new RotaryEmbedding(size, theta, scaling(config, rope, size));
  }

  private static RotaryScaling scaling(ModelConfig config, ModelConfig rope, int size) {
    int contextLength = config.size("max_position_embeddings", 2048);
    int trainedLength =
        config.size(
            "original_max_position_embeddings",
            rope.size("original_max_position_embeddings", contextLength));
    rope.numberWithin("factor", 1, LEAST_FACTOR, LARGEST_FACTOR);
    String type = rope.text("rope_type", rope.text("type", "default"));
    return switch (type) {
      case "default" -> RotaryScaling.NONE;
      case "linear" -> new LinearScaling(rope.number("factor"));
      case "dynamic" -> new DynamicScaling(rope.number("factor"), contextLength);
      case "llama3" -> Llama3Scaling.of(rope, trainedLength);
      case "yarn" -> YarnScaling.of(rope, contextLength, trainedLength);
      case "longrope", "su" -> LongRopeScaling.of(rope, size, contextLength, trainedLength);
      default ->
          throw new StudentException(
              "%s: rotary embedding '%s' is not supported; these are: default, linear, dynamic,"
                      .formatted(config.student(), type)
                  + " llama3, yarn, longrope");
    };
  }
}
