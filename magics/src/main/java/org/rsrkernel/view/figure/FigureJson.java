package org.rsrkernel.view.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure as plotly.js reads it. Its nodes may be changed until it is shown.
 *
 * @param data the traces, each an object
 * @param layout title, axes, annotations
 * @param config how the plot behaves in the page
 */
public record FigureJson(ArrayNode data, ObjectNode layout, ObjectNode config) {

  /**
   * A Tablesaw figure, brought to what plotly.js 3 and later accept.
   *
   * @throws FigureException if the figure's script is not a plain object
   */
  public static FigureJson of(Figure figure) {
    return TablesawFigureReader.read(figure);
  }

  /** The trace at {@code index}. */
  public ObjectNode trace(int index) {
    return (ObjectNode) data.get(index);
  }

  /** The figure's title; empty if it has none. */
  public String title() {
    return layout.path("title").path("text").asText("");
  }

  /** All three as one object. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("data", data);
    json.set("layout", layout);
    json.set("config", config);
    return json;
  }
}
