package org.rsrkernel.student.decoder;

import java.util.Map;
import java.util.stream.Collectors;
import org.rsrkernel.student.PassCost;
import org.rsrkernel.student.StudentFiles;

/**
 * Counts a decoder's operations and memory from its configuration; a sliding window counts as if
 * open.
 */
public final class DecoderCost {

  private static final String EXPERTS = "experts.";

  private DecoderCost() {}

  /** What a pass of that student costs. */
  public static PassCost of(StudentFiles files) {
    ModelConfig config = ModelConfig.of(files);
    DecoderDescription description = DecoderFamilies.of(config).describe(config);
    DecoderShape shape = description.shape();
    int expertsPerToken = (int) description.settings().attributes().get("experts_per_token");
    double perToken =
        description.layers().stream().mapToDouble(layer -> products(layer, expertsPerToken)).sum();
    double perPair = 4.0 * shape.layers() * shape.heads() * shape.headSize(); // scores and values
    return new PassCost(
        perToken, perPair, 2.0 * shape.vocabulary() * shape.hidden(), valuesPerToken(shape));
  }

  /** States before and after, normed and attended; queries, keys and values twice; inner values. */
  private static long valuesPerToken(DecoderShape shape) {
    long heads = shape.heads() + 2L * shape.keyHeads();
    return 4L * shape.hidden() + 2L * heads * shape.headSize() + 3L * shape.inner();
  }

  private static double products(DecoderDescription.Layer layer, int expertsPerToken) {
    Map<String, WeightRecipe> matrices =
        layer.weights().stream()
            .filter(weight -> !weight.rowShape().isEmpty())
            .collect(Collectors.toMap(WeightRecipe::name, weight -> weight));
    double used =
        matrices.containsKey("router.weight")
            ? (double) expertsPerToken / matrices.get("router.weight").rows()
            : 1;
    return matrices.values().stream()
        .mapToDouble(
            matrix ->
                2.0
                    * matrix.rows()
                    * matrix.rowSize()
                    * (matrix.name().startsWith(EXPERTS) ? used : 1))
        .sum();
  }
}
