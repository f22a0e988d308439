package org.rsrkernel.view.heatmap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Colours of the tokens: five for buckets of the rank, told apart by their underlines as well, and
 * one hue whose strength grows with a value.
 */
final class TokenScale {

  static final List<Integer> THRESHOLDS = List.of(1, 10, 100, 1000);

  /**
   * From "the student's own choice" to "alien", safe for colour-blind readers, on light and dark.
   */
  private static final List<String> COLOURS =
      List.of(
          "rgba(86,180,233,0.14)",
          "rgba(0,114,178,0.38)",
          "rgba(230,159,0,0.45)",
          "rgba(213,94,0,0.60)",
          "rgba(170,51,119,0.75)");

  private static final List<String> UNDERLINES =
      List.of("", "1px dotted", "1px dashed", "2px solid", "3px double");

  /** Values at which a colour is at its strongest. */
  private static final double FULL_SURPRISAL = 10;

  private static final double FULL_RSR = 20;
  private static final double STRONGEST = 0.75;

  private TokenScale() {}

  /** The inline style of a response token. */
  static String style(TokenCell cell, HeatMapMode mode, int clip) {
    return switch (mode) {
      case RANK -> bucketStyle(cell.rank());
      case SURPRISAL -> heat(cell.surprisal() / FULL_SURPRISAL);
      case RSR -> heat(Math.min(cell.rank(), clip) / cell.surprisal() / FULL_RSR);
      case PROBABILITY -> heat(1 - Math.exp(-cell.surprisal()));
    };
  }

  /** What the script needs to colour alike. */
  static ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode thresholds = json.putArray("thresholds");
    THRESHOLDS.forEach(thresholds::add);
    ArrayNode colours = json.putArray("colours");
    COLOURS.forEach(colours::add);
    ArrayNode underlines = json.putArray("underlines");
    UNDERLINES.forEach(underlines::add);
    json.put("fullSurprisal", FULL_SURPRISAL).put("fullRsr", FULL_RSR).put("strongest", STRONGEST);
    return json;
  }

  /** The bucket of a rank: 0 for ranks up to the first threshold, 4 beyond the last. */
  static int bucket(int rank) {
    int bucket = 0;
    while (bucket < THRESHOLDS.size() && rank > THRESHOLDS.get(bucket)) {
      bucket++;
    }
    return bucket;
  }

  static String bucketStyle(int rank) {
    int bucket = bucket(rank);
    String underline =
        UNDERLINES.get(bucket).isEmpty() ? "" : ";border-bottom:" + UNDERLINES.get(bucket);
    return "background-color:" + COLOURS.get(bucket) + underline;
  }

  static String colour(int bucket) {
    return COLOURS.get(bucket);
  }

  private static String heat(double share) {
    double alpha = STRONGEST * Math.max(0, Math.min(1, share));
    return String.format(Locale.ROOT, "background-color:rgba(213,94,0,%.2f)", alpha);
  }
}
