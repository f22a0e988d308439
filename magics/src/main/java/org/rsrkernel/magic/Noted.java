package org.rsrkernel.magic;

import java.util.List;
import java.util.stream.Collectors;
import org.rsrkernel.view.Rendering;
import org.rsrkernel.view.html.Escaped;

/** An output with notes below it. */
final class Noted {

  private Noted() {}

  /** The rendering with a list of notes in every form that has text. */
  static Rendering with(Rendering rendering, List<String> notes) {
    if (notes.isEmpty()) {
      return rendering;
    }
    String items =
        notes.stream()
            .map(note -> "<li>" + Escaped.html(note) + "</li>")
            .collect(Collectors.joining());
    return new Rendering(
        rendering.html() + "<ul>" + items + "</ul>",
        rendering.png(),
        rendering.text() + notes.stream().map(note -> "\n- " + note).collect(Collectors.joining()));
  }
}
