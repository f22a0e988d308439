package org.rsrkernel.kernel.dependency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Jars that a request brought.
 *
 * @param jars those not on the class path yet, the libraries asked for before what they need
 * @param names their coordinates, in the same order
 * @param conflicts which versions were chosen over others
 * @param sources how many libraries have their sources beside them, those on the class path before
 *     included
 * @param documented how many were looked for; 0 if nobody asked for sources
 */
public record ResolvedLibraries(
    List<Path> jars,
    List<String> names,
    List<VersionConflict> conflicts,
    int sources,
    int documented) {

  public ResolvedLibraries {
    jars = List.copyOf(jars);
    names = List.copyOf(names);
    conflicts = List.copyOf(conflicts);
  }

  /** A few lines for the notebook. */
  public String summary() {
    List<String> lines = new ArrayList<>();
    lines.add(
        jars.isEmpty()
            ? "Nothing to add: all of it is on the class path."
            : "Added to the class path:");
    names.forEach(name -> lines.add("  " + name));
    if (documented > 0) {
      lines.add("Sources attached: " + sources + " of " + documented);
    }
    if (!conflicts.isEmpty()) {
      lines.add("Versions chosen:");
      conflicts.forEach(conflict -> lines.add("  " + conflict));
    }
    return String.join("\n", lines);
  }
}
