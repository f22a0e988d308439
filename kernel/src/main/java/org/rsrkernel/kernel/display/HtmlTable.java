package org.rsrkernel.kernel.display;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Records, maps, and collections and arrays of them as HTML tables. */
final class HtmlTable {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[\\d.,]*(?:E-?\\d+)?(?: × \\d+)?|NaN|null");
  private static final int MOST_ROWS = 100;
  private static final int MOST_CELL_CHARACTERS = 500;

  private HtmlTable() {}

  /** The table; null for collections of anything else, as their text says it all. */
  static String of(Object value) {
    if (value instanceof Record single) {
      return table(List.of(), componentRows(single), 0);
    }
    if (value instanceof Map<?, ?> map) {
      List<List<Object>> rows = new ArrayList<>();
      map.entrySet().stream()
          .limit(MOST_ROWS)
          .forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
      return map.isEmpty() ? null : table(List.of(), rows, map.size() - rows.size());
    }
    if (value instanceof Object[] array) {
      return rowTable(Arrays.asList(array));
    }
    return value instanceof Collection<?> collection ? rowTable(collection) : null;
  }

  private static String rowTable(Collection<?> collection) {
    List<?> shown = collection.stream().limit(MOST_ROWS).toList();
    int left = collection.size() - shown.size();
    if (shown.isEmpty() || shown.contains(null)) {
      return null;
    }
    if (shown.stream().allMatch(Map.class::isInstance)) {
      return mapTable(shown.stream().<Map<?, ?>>map(Map.class::cast).toList(), left);
    }
    Class<?> type = shown.get(0).getClass();
    boolean alike = shown.stream().allMatch(element -> element.getClass() == type);
    return type.isRecord() && alike ? recordTable(type, shown, left) : null;
  }

  private static String recordTable(Class<?> type, List<?> shown, int left) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> head = Arrays.stream(components).map(RecordComponent::getName).toList();
    List<List<Object>> rows = new ArrayList<>();
    for (Object element : shown) {
      rows.add(
          new ArrayList<>(
              Arrays.stream(components).map(component -> read(component, element)).toList()));
    }
    return table(head, rows, left);
  }

  /** A row for each map, a column for each key that any has. */
  private static String mapTable(List<Map<?, ?>> shown, int left) {
    Set<Object> keys = new LinkedHashSet<>();
    shown.forEach(map -> keys.addAll(map.keySet()));
    List<List<Object>> rows = new ArrayList<>();
    for (Map<?, ?> map : shown) {
      List<Object> row = new ArrayList<>();
      keys.forEach(key -> row.add(map.containsKey(key) ? map.get(key) : ""));
      rows.add(row);
    }
    return table(keys.stream().map(PlainText::of).toList(), rows, left);
  }

  private static List<List<Object>> componentRows(Record value) {
    List<List<Object>> rows = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      rows.add(row(component.getName(), read(component, value)));
    }
    return rows;
  }

  private static List<Object> row(Object left, Object right) {
    List<Object> row = new ArrayList<>();
    row.add(left);
    row.add(right);
    return row;
  }

  private static Object read(RecordComponent component, Object value) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      return "?";
    }
  }

  /** Columns of numbers keep the front end's alignment, others begin at the left. */
  private static String table(List<String> head, List<List<Object>> rows, int left) {
    List<List<String>> texts =
        rows.stream().map(row -> row.stream().map(HtmlTable::cellText).toList()).toList();
    int columns = texts.isEmpty() ? head.size() : texts.get(0).size();
    List<String> styles =
        IntStream.range(0, columns)
            .mapToObj(
                at ->
                    texts.stream().allMatch(row -> NUMBER.matcher(row.get(at)).matches())
                        ? ""
                        : " style=\"text-align:left\"")
            .toList();
    StringBuilder html = new StringBuilder("<table>");
    if (!head.isEmpty()) {
      html.append("<thead>");
      appendRow(html, "th", styles, head.stream().map(HtmlTable::escape).toList());
      html.append("</thead>");
    }
    html.append("<tbody>");
    texts.forEach(row -> appendRow(html, "td", styles, row));
    html.append("</tbody></table>");
    if (left > 0) {
      html.append("<p>… ").append(left).append(" more</p>");
    }
    return html.toString();
  }

  private static void appendRow(
      StringBuilder html, String tag, List<String> styles, List<String> cells) {
    html.append("<tr>");
    for (int at = 0; at < cells.size(); at++) {
      html.append("<").append(tag).append(styles.get(at)).append(">");
      html.append(cells.get(at)).append("</").append(tag).append(">");
    }
    html.append("</tr>");
  }

  private static String cellText(Object value) {
    String text = PlainText.of(value);
    boolean cut = text.length() > MOST_CELL_CHARACTERS;
    return escape(cut ? text.substring(0, MOST_CELL_CHARACTERS) + "…" : text);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
