package org.rsrkernel.kernel.diagnostics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.rsrkernel.kernel.source.MaskedCode;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * The variables that cells have declared {@code final}: JShell takes the word, and lets later code
 * assign to them all the same. Declaring one anew, as running its cell again does, is no
 * assignment.
 */
final class FinalVariables {
  private static final Pattern DECLARED_FINAL =
      Pattern.compile(
          "(?s)\\s*(?:(?:@[\\w.]+|public|protected|private|static|volatile)\\s+)*final\\b.*");

  private final Set<String> names = new HashSet<>();

  /** Takes note of what a snippet declares, and finds where it assigns to those of earlier ones. */
  List<SourceProblem> assignedIn(SnippetSpan span, List<SnippetEvent> events) {
    String code = MaskedCode.of(span.source()).text();
    List<SourceProblem> assigned = new ArrayList<>();
    for (String name : names) {
      Matcher assignment = assignmentTo(name).matcher(code);
      if (assignment.find() && !declaration(name).matcher(code).find()) {
        String message = "`" + name + "` was declared `final`, but cells can assign to it.";
        int start = span.inCell(assignment.start());
        assigned.add(
            new SourceProblem(span.cell(), start, start + name.length(), message, List.of()));
      }
    }
    takeNote(DECLARED_FINAL.matcher(code).matches(), events);
    return assigned;
  }

  private void takeNote(boolean declaredFinal, List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet variable) {
        names.remove(variable.name());
        if (declaredFinal && event.status().isActive()) {
          names.add(variable.name());
        }
      }
    }
  }

  private static Pattern assignmentTo(String name) {
    String alone = "(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])";
    String assigned = "(?=\\s*(?:(?:[-+*/%&|^]|<<|>>>?)?=(?!=)|\\+\\+|--))";
    return Pattern.compile(alone + assigned + "|(?<=\\+\\+|--)" + alone);
  }

  /** Of another variable of the same name: it stands behind a type. */
  private static Pattern declaration(String name) {
    return Pattern.compile("[\\w$\\]>]\\s+" + Pattern.quote(name) + "(?![\\w$])");
  }
}
