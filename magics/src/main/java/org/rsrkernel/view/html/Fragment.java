package org.rsrkernel.view.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An output's HTML: one element that carries its style, what to show without scripts, its data as
 * JSON, and the script that brings it to life.
 *
 * <p>Several may stand in one page, be moved, copied, and rendered again: no ids, no globals. The
 * script finds its element through the place it runs at.
 */
public final class Fragment {

  private final String role;
  private final String label;
  private final List<String> styles = new ArrayList<>(List.of("view.css"));
  private final List<String> scripts = new ArrayList<>(List.of("view.js"));
  private final Map<String, JsonNode> data = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();
  private String start = "";

  /**
   * @param role the ARIA role
   * @param label what a screen reader says it is
   */
  public Fragment(String role, String label) {
    this.role = role;
    this.label = label;
  }

  /** Adds a style sheet of the view's resources. */
  public Fragment style(String resource) {
    styles.add(resource);
    return this;
  }

  /** Adds a script of the view's resources; all share one scope. */
  public Fragment script(String resource) {
    scripts.add(resource);
    return this;
  }

  /** Adds JSON, found by the script as {@code readJson(root, name)}. */
  public Fragment data(String name, JsonNode json) {
    data.put(name, json);
    return this;
  }

  /** Adds JSON that is too long to stand in the open, found as {@code readPacked(root, name)}. */
  public Fragment packedData(String name, JsonNode json) {
    return body(Packed.script(name, Packed.gzip(json.toString())));
  }

  /** Adds HTML that is already escaped. */
  public Fragment body(String html) {
    body.append(html);
    return this;
  }

  /** Names the script's function that is called with the output's element. */
  public Fragment start(String function) {
    start = function;
    return this;
  }

  /** The fragment as HTML. */
  public String toHtml() {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"rsr-view\" role=\"").append(role);
    html.append("\" aria-label=\"").append(Escaped.html(label));
    html.append("\" data-start=\"").append(start).append("\">\n<style>");
    styles.forEach(name -> html.append(resource(name)));
    html.append("</style>\n").append(body).append('\n');
    data.forEach(
        (name, json) ->
            html.append("<script type=\"application/json\" class=\"rsr-")
                .append(name)
                .append("\">")
                .append(Escaped.json(json))
                .append("</script>\n"));
    if (!start.isEmpty()) {
      html.append("<script>(() => {\n'use strict';\n");
      scripts.forEach(name -> html.append(resource(name)));
      html.append("const root = ownRoot('").append(start).append("');\n");
      html.append("if (root) { ").append(start).append("(root); }\n})();</script>\n");
    }
    return html.append("</div>").toString();
  }

  private static String resource(String name) {
    try (InputStream stream = Fragment.class.getResourceAsStream("/org/rsrkernel/view/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the jar has no resource org/rsrkernel/view/" + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read org/rsrkernel/view/" + name, e);
    }
  }
}
