package org.rsrkernel.student;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rsrkernel.student.StoredTensor.StoredType;
import org.rsrkernel.student.decoder.Bfloat16Support;

/**
 * The type a student computes in.
 *
 * @param reason why it is this one, in words
 */
record DtypeChoice(ComputeType type, String reason) {

  /**
   * What a user's choice comes down to. {@code auto} is bfloat16 where weights are stored in half
   * precision, as transformers' own {@code dtype="auto"} would take what is stored, and the device
   * is fast at it; float32 elsewhere. So quantised and float32 weights lose nothing.
   */
  static DtypeChoice of(Dtype asked, Device device, WeightSource weights) {
    return switch (asked) {
      case AUTO -> automatic(Bfloat16Support.of(device), device, prevailing(weights));
      case FLOAT32 -> new DtypeChoice(ComputeType.FLOAT32, "as asked");
      case BFLOAT16 -> new DtypeChoice(ComputeType.BFLOAT16, "as asked");
      case FLOAT16 -> new DtypeChoice(ComputeType.FLOAT16, "as asked");
    };
  }

  /**
   * The choice of {@code auto}.
   *
   * @param support what makes the device fast at bfloat16
   * @param stored how most weights are stored; empty if they are quantised
   */
  static DtypeChoice automatic(
      Optional<String> support, Device device, Optional<StoredType> stored) {
    if (stored.isEmpty()) {
      return new DtypeChoice(ComputeType.FLOAT32, "the weights are quantised");
    }
    String kept = "the weights are stored in " + stored.get().label();
    if (stored.get() == StoredType.FLOAT32) {
      return new DtypeChoice(ComputeType.FLOAT32, kept);
    }
    return support
        .map(
            word ->
                new DtypeChoice(
                    ComputeType.BFLOAT16,
                    "%s and %s is fast at bfloat16 (%s)".formatted(kept, device, word)))
        .orElseGet(
            () ->
                new DtypeChoice(
                    ComputeType.FLOAT32,
                    "%s, but %s is not fast at bfloat16".formatted(kept, device)));
  }

  /** What {@code auto} comes down to on a device, whatever the weights. */
  static String automatic(Device device) {
    return Bfloat16Support.of(device)
        .map(
            word ->
                "bfloat16 on %s, which is fast at it (%s), if weights are stored in bfloat16 or float16; else float32"
                    .formatted(device, word))
        .orElse("float32 on %s, which is not fast at bfloat16".formatted(device));
  }

  private static Optional<StoredType> prevailing(WeightSource weights) {
    Map<Optional<StoredType>, Long> values =
        weights.names().stream()
            .collect(
                Collectors.groupingBy(
                    weights::type,
                    Collectors.summingLong(
                        name -> Arrays.stream(weights.shape(name)).reduce(1, (a, b) -> a * b))));
    return values.entrySet().stream().max(Map.Entry.comparingByValue()).flatMap(Map.Entry::getKey);
  }
}
