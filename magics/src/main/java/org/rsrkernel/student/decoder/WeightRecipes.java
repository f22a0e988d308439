package org.rsrkernel.student.decoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rsrkernel.student.decoder.WeightRecipe.Layout;
import org.rsrkernel.student.decoder.WeightRecipe.Piece;

/** Collects the recipes of a layer, or of what lies before and after all layers. */
final class WeightRecipes {

  private final String prefix;
  private final List<WeightRecipe> recipes = new ArrayList<>();

  /**
   * @param prefix what the files' names begin with: {@code model.layers.0.}
   */
  WeightRecipes(String prefix) {
    this.prefix = prefix;
  }

  /** A tensor of the files as it is. */
  WeightRecipes take(String name, String tensor, int rows, Integer... rowShape) {
    return add(name, List.of(new Piece(prefix + tensor, rows, Layout.PLAIN)), rowShape);
  }

  /** A matrix that is stored as [in, out]. */
  WeightRecipes takeTransposed(String name, String tensor, int out, int in) {
    return add(name, List.of(new Piece(prefix + tensor, out, Layout.TRANSPOSED)), in);
  }

  /** Query, key and value in one tensor, head by head. */
  WeightRecipes takeHeadByHead(String name, String tensor, int rows, Integer... rowShape) {
    return add(name, List.of(new Piece(prefix + tensor, rows, Layout.HEAD_BY_HEAD)), rowShape);
  }

  /** Several tensors, one below the other: one product instead of several. */
  WeightRecipes fuse(String name, List<Piece> pieces, Integer... rowShape) {
    List<Piece> named =
        pieces.stream()
            .map(piece -> new Piece(prefix + piece.tensor(), piece.rows(), piece.layout()))
            .toList();
    return add(name, named, rowShape);
  }

  /** A piece of a fused weight. */
  static Piece piece(String tensor, int rows) {
    return new Piece(tensor, rows, Layout.PLAIN);
  }

  List<WeightRecipe> list() {
    return List.copyOf(recipes);
  }

  private WeightRecipes add(String name, List<Piece> pieces, Integer... rowShape) {
    recipes.add(new WeightRecipe(name, pieces, Arrays.asList(rowShape)));
    return this;
  }
}
