package org.rsrkernel.kernel.display;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Records, collections of records, and maps as HTML tables. */
final class HtmlTable {
  private static final int MOST_ROWS = 100;
  private static final int MOST_CELL_CHARACTERS = 500;

  private HtmlTable() {}

  /** The table; null for collections whose elements are no records, as their text says it all. */
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
    return value instanceof Collection<?> collection ? recordTable(collection) : null;
  }

  private static String recordTable(Collection<?> collection) {
    List<?> shown = collection.stream().limit(MOST_ROWS).toList();
    if (shown.isEmpty() || !(shown.get(0) instanceof Record first)) {
      return null;
    }
    if (shown.stream()
        .anyMatch(element -> element == null || element.getClass() != first.getClass())) {
      return null;
    }
    List<String> head = new ArrayList<>();
    for (RecordComponent component : first.getClass().getRecordComponents()) {
      head.add(component.getName());
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Object element : shown) {
      List<Object> row = new ArrayList<>();
      for (RecordComponent component : first.getClass().getRecordComponents()) {
        row.add(read(component, element));
      }
      rows.add(row);
    }
    return table(head, rows, collection.size() - rows.size());
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

  private static String table(List<String> head, List<List<Object>> rows, int left) {
    StringBuilder html = new StringBuilder("<table>");
    if (!head.isEmpty()) {
      html.append("<thead><tr>");
      head.forEach(name -> html.append("<th>").append(escape(name)).append("</th>"));
      html.append("</tr></thead>");
    }
    html.append("<tbody>");
    for (List<Object> row : rows) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(cellText(cell)).append("</td>"));
      html.append("</tr>");
    }
    html.append("</tbody></table>");
    if (left > 0) {
      html.append("<p>… ").append(left).append(" more</p>");
    }
    return html.toString();
  }

  private static String cellText(Object value) {
    String text = PlainText.of(value);
    boolean cut = text.length() > MOST_CELL_CHARACTERS;
    return escape(cut ? text.substring(0, MOST_CELL_CHARACTERS) + "…" : text);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
