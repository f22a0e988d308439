package org.rsrkernel.view.heatmap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.rsrkernel.view.html.Shown;

/** A trajectory as the page's script reads it: parallel arrays, one entry a token. */
final class TokenJson {

  private TokenJson() {}

  static ObjectNode of(TokenView view) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("summary", view.summary()).put("clip", view.clip());
    ArrayNode texts = json.putArray("text");
    ArrayNode ranks = json.putArray("rank"); // 0: prompt
    ArrayNode surprisals = json.putArray("surprisal");
    ObjectNode alternatives = json.putObject("alternatives");
    for (int i = 0; i < view.cells().size(); i++) {
      TokenCell cell = view.cells().get(i);
      texts.add(TokenText.visible(cell.text()));
      ranks.add(cell.scored() ? cell.rank() : 0);
      surprisals.add(cell.scored() ? nats(cell.surprisal()) : 0);
      if (!cell.alternatives().isEmpty()) {
        ArrayNode rows = alternatives.putArray(Integer.toString(i));
        for (TokenCell.Alternative other : cell.alternatives()) {
          rows.addArray()
              .add(TokenText.visible(other.text()))
              .add(Shown.rounded(other.probability()));
        }
      }
    }
    return json;
  }

  /** Four digits, and none that a reader could see below 0.0001. */
  private static double nats(double surprisal) {
    return surprisal < 1 ? Math.round(surprisal * 1e4) / 1e4 : Shown.rounded(surprisal);
  }
}
