package org.rsrkernel.view.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rsrkernel.view.html.Escaped;

/** The points' labels, each once: teachers that answer the same question share it. */
final class MapLabels {

  private static final int LENGTH = 90;

  private final Map<String, Integer> places = new LinkedHashMap<>();

  MapLabels(List<MapPoint> points) {
    points.forEach(point -> places.putIfAbsent(shown(point), places.size()));
  }

  int indexOf(MapPoint point) {
    return places.get(shown(point));
  }

  ArrayNode toJson() {
    ArrayNode labels = JsonNodeFactory.instance.arrayNode();
    places.keySet().forEach(labels::add);
    return labels;
  }

  private static String shown(MapPoint point) {
    return Escaped.plotly(Escaped.shortened(point.label(), LENGTH).replace('\n', ' '));
  }
}
