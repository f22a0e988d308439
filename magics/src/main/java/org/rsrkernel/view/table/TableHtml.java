package org.rsrkernel.view.table;

import java.util.List;
import org.rsrkernel.view.html.Escaped;
import org.rsrkernel.view.html.Fragment;
import org.rsrkernel.view.html.Shown;
import org.rsrkernel.view.table.ShownTable.ShownCell;
import org.rsrkernel.view.table.ShownTable.ShownColumn;

/** A plain table that a small script sorts and pages. */
final class TableHtml {

  private static final String RIGHT = " style=\"text-align:right\"";

  /** Characters above which a cell gets room, lest its row grow as high as the page. */
  private static final int LONG = 60;

  private TableHtml() {}

  static String of(ShownTable table) {
    StringBuilder html = new StringBuilder("<table class=\"rsr-table\">");
    if (!table.caption().isEmpty()) {
      html.append("<caption>").append(Escaped.html(table.caption())).append("</caption>");
    }
    html.append("<thead><tr>");
    for (ShownColumn column : table.columns()) {
      html.append("<th scope=\"col\"").append(column.numeric() ? RIGHT : "").append('>');
      html.append(Escaped.html(Escaped.shortened(column.name(), 80))).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    table.rows().forEach(row -> append(html, table.columns(), row));
    html.append("</tbody></table>");
    int more = table.total() - table.rows().size();
    if (more > 0) {
      html.append("<p class=\"rsr-note\">and ").append(Shown.count(more)).append(" more rows</p>");
    }
    String label = table.caption().isEmpty() ? "Table" : table.caption();
    return new Fragment("group", label)
        .style("table.css")
        .body(html.toString())
        .script("table.js")
        .start("startTable")
        .toHtml();
  }

  private static void append(StringBuilder html, List<ShownColumn> columns, List<ShownCell> row) {
    html.append("<tr>");
    for (int i = 0; i < columns.size(); i++) {
      ShownCell cell = row.get(i);
      html.append("<td").append(columns.get(i).numeric() ? RIGHT : " dir=\"auto\"");
      html.append(cell.text().length() > LONG ? " class=\"rsr-long\"" : "");
      if (!Double.isNaN(cell.order())) {
        html.append(" data-order=\"").append(cell.order()).append('"');
      }
      html.append('>').append(Escaped.html(cell.text())).append("</td>");
    }
    html.append("</tr>\n");
  }
}
