package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.rsrkernel.student.StudentException;

/** How many tokens each layer sees, its own included; 0 for all before it. */
final class SlidingWindows {

  static final String SLIDING = "sliding_attention";
  private static final String FULL = "full_attention";

  private SlidingWindows() {}

  /**
   * Windows of all layers, from {@code sliding_window} and {@code layer_types}.
   *
   * @param slides which layers slide if {@code layer_types} is not there
   */
  static int[] of(ModelConfig config, int layers, IntPredicate slides) {
    if (!config.has("sliding_window")) {
      return new int[layers];
    }
    int window = config.size("sliding_window");
    List<String> types = config.texts("layer_types");
    if (types.isEmpty()) {
      return IntStream.range(0, layers).map(i -> slides.test(i) ? window : 0).toArray();
    }
    if (types.size() != layers) {
      throw new StudentException(
          "%s: 'layer_types' in config.json has %d entries for %d layers"
              .formatted(config.student(), types.size(), layers));
    }
    return types.stream().mapToInt(type -> slides(config, type) ? window : 0).toArray();
  }

  private static boolean slides(ModelConfig config, String type) {
    if (!type.equals(SLIDING) && !type.equals(FULL)) {
      throw new StudentException(
          "%s: layers of type '%s' are not supported; these are: %s, %s"
              .formatted(config.student(), type, FULL, SLIDING));
    }
    return type.equals(SLIDING);
  }
}
