package org.rsrkernel.view.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unbescape.html.HtmlEscape;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Reads the object literals that Tablesaw writes for a script, and settles what differs from JSON
 * and from plotly.js 3: titles are objects there, numbers numbers, text not HTML-escaped.
 */
final class TablesawFigureReader {

  private static final JsonMapper LITERALS =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .build();
  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\A\\s*var\\s+\\w+\\s*=(.*?);?\\s*\\z", Pattern.DOTALL);
  private static final Pattern AXIS = Pattern.compile("[xyz]axis\\d*");
  private static final List<String> NUMBERS =
      List.of("x", "y", "z", "values", "open", "high", "low", "close");

  private TablesawFigureReader() {}

  static FigureJson read(Figure figure) {
    ArrayNode data = JsonNodeFactory.instance.arrayNode();
    Trace[] traces = figure.getTraces();
    for (int i = 0; i < traces.length; i++) {
      data.add(trace(literal(traces[i].asJavascript(i), "trace " + i)));
    }
    return new FigureJson(
        data,
        figure.getLayout() == null ? empty() : layout(figure.getLayout().asJavascript()),
        figure.getConfig() == null
            ? empty()
            : literal(figure.getConfig().asJavascript(), "config"));
  }

  private static ObjectNode literal(String script, String what) {
    Matcher assignment = ASSIGNMENT.matcher(script);
    try {
      JsonNode read = LITERALS.readTree(assignment.matches() ? assignment.group(1) : script);
      return (ObjectNode) read;
    } catch (JsonProcessingException | ClassCastException e) {
      throw new FigureException(
          "Tablesaw wrote something that is no object for this figure's %s; texts with quotes or backslashes may be the cause"
              .formatted(what),
          e);
    }
  }

  private static ObjectNode trace(ObjectNode trace) {
    for (String field : NUMBERS) {
      if (trace.get(field) instanceof ArrayNode values) {
        trace.set(field, numbers(values));
      }
    }
    if (trace.path("opacity").isTextual()) {
      trace.put("opacity", Double.parseDouble(trace.get("opacity").asText()));
    }
    String visible = trace.path("visible").asText();
    if (visible.equalsIgnoreCase("true") || visible.equalsIgnoreCase("false")) {
      trace.put("visible", Boolean.parseBoolean(visible));
    }
    return unescaped(trace);
  }

  private static ObjectNode layout(String script) {
    ObjectNode layout = literal(script, "layout");
    title(layout);
    if (layout.path("width").asInt() == 700 && layout.path("height").asInt() == 450) {
      layout.remove(List.of("width", "height")); // Tablesaw's defaults: nobody chose them
    }
    for (Map.Entry<String, JsonNode> entry : layout.properties()) {
      boolean titled = AXIS.matcher(entry.getKey()).matches() || entry.getKey().equals("scene");
      if (titled && entry.getValue() instanceof ObjectNode axis) {
        title(axis);
        trueOrFalse(axis, "autorange");
      }
    }
    return unescaped(layout);
  }

  private static void title(ObjectNode owner) {
    if (owner.path("title").isTextual()) {
      String text = owner.get("title").asText();
      owner.putObject("title").put("text", text);
    }
    JsonNode font = owner.remove("titlefont");
    if (font != null && owner.get("title") instanceof ObjectNode title) {
      title.set("font", font);
    }
  }

  private static void trueOrFalse(ObjectNode owner, String field) {
    String text = owner.path(field).asText();
    if (text.equals("true") || text.equals("false")) {
      owner.put(field, text.equals("true"));
    }
  }

  /** Numbers in quotes as numbers, NaN and infinities as null; an array with words stays as is. */
  private static ArrayNode numbers(ArrayNode values) {
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode value : values) {
      if (value instanceof ArrayNode row) {
        numbers.add(numbers(row));
        continue;
      }
      String text = value.asText();
      if (text.isEmpty() || text.equals("null")) {
        numbers.addNull();
        continue;
      }
      try {
        add(numbers, Double.parseDouble(text));
      } catch (NumberFormatException words) {
        return values;
      }
    }
    return numbers;
  }

  private static void add(ArrayNode numbers, double value) {
    if (!Double.isFinite(value)) {
      numbers.addNull();
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      numbers.add((long) value);
    } else {
      numbers.add(value);
    }
  }

  /** Tablesaw's templates escape text as HTML, which plotly.js would show as it is. */
  private static ObjectNode unescaped(ObjectNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getValue().isTextual()) {
        entry.setValue(TextNode.valueOf(HtmlEscape.unescapeHtml(entry.getValue().asText())));
      } else if (entry.getValue() instanceof ObjectNode inner) {
        unescaped(inner);
      }
    }
    return node;
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
