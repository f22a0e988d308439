package org.rsrkernel.student.decoder;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rsrkernel.student.StudentException;
import org.rsrkernel.student.WeightSource;
import org.rsrkernel.student.decoder.WeightRecipe.Layout;
import org.rsrkernel.student.decoder.WeightRecipe.Piece;

/** Compares what a description wants with what the files have, before anything is read. */
final class WeightCheck {

  private static final int NAMED_AT_MOST = 5;

  /** What old files keep although models compute it: frequencies and causal masks. */
  private static final List<String> COMPUTED =
      List.of(
          ".rotary_emb.inv_freq",
          ".attn.bias",
          ".attn.masked_bias",
          ".attention.bias",
          ".attention.masked_bias");

  private WeightCheck() {}

  /** Throws if a tensor is missing, has another shape, or is one the family does not know. */
  static void of(
      String student, DecoderDescription description, WeightSource source, String prefix) {
    Set<String> names = source.names();
    Set<String> known = new HashSet<>();
    recipes(description)
        .forEach(
            recipe -> {
              for (Piece piece : recipe.pieces()) {
                known.add(piece.tensor());
                check(student, recipe, piece, names, source);
              }
            });
    refuseUnknown(student, names, known, prefix);
  }

  private static void check(
      String student, WeightRecipe recipe, Piece piece, Set<String> names, WeightSource source) {
    if (!names.contains(piece.tensor())) {
      throw new StudentException(
          "%s: tensor '%s' is missing; its configuration asks for it, in shape %s"
              .formatted(student, piece.tensor(), Arrays.toString(storedShape(recipe, piece))));
    }
    long[] shape = source.shape(piece.tensor());
    if (!Arrays.equals(shape, storedShape(recipe, piece))) {
      throw new StudentException(
          "%s: tensor '%s' has shape %s, but its configuration asks for %s"
              .formatted(
                  student,
                  piece.tensor(),
                  Arrays.toString(shape),
                  Arrays.toString(storedShape(recipe, piece))));
    }
  }

  /** The shape a tensor must have in the files. */
  static long[] storedShape(WeightRecipe recipe, Piece piece) {
    long[] shape = recipe.shape(piece.rows());
    return piece.layout() == Layout.TRANSPOSED ? new long[] {shape[1], shape[0]} : shape;
  }

  /** A tensor that nothing reads would make silently wrong numbers. */
  private static void refuseUnknown(
      String student, Set<String> names, Set<String> known, String prefix) {
    List<String> unknown =
        names.stream()
            .filter(name -> name.startsWith(prefix) && !known.contains(name))
            .filter(name -> COMPUTED.stream().noneMatch(name::endsWith))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw new StudentException(
          "%s: %d tensors do not belong to its architecture: %s%s"
              .formatted(
                  student,
                  unknown.size(),
                  unknown.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", ")),
                  unknown.size() > NAMED_AT_MOST ? ", …" : ""));
    }
  }

  private static Stream<WeightRecipe> recipes(DecoderDescription description) {
    return Stream.concat(
        description.ends().stream(),
        description.layers().stream().flatMap(layer -> layer.weights().stream()));
  }
}
