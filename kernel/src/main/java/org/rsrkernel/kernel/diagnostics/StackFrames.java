package org.rsrkernel.kernel.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rsrkernel.kernel.source.SnippetOrigins;
import org.rsrkernel.kernel.source.SnippetSpan;

/**
 * Shows a stack as the user knows it: cell lines marked, own frames of JShell and kernel left out.
 */
final class StackFrames {

  private static final int MOST_LIBRARY_FRAMES = 4;
  private static final int MOST_CELL_FRAMES = 10;
  private static final Pattern SNIPPET_FILE = Pattern.compile("#(\\d+)");
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*?)\\$+\\d+");
  private static final Pattern OWN_METHOD = Pattern.compile("do_it|\\$Aux|\\$$|^Aux$");
  private static final Pattern ANONYMOUS = Pattern.compile("\\$\\d+");
  private static final Pattern MACHINERY =
      Pattern.compile(
          "(jdk\\.jshell|jdk\\.internal\\.reflect|java\\.lang\\.reflect|java\\.lang\\.invoke|REPL)\\..*"
              + "|org\\.rsrkernel\\.kernel\\..*");

  private final SnippetOrigins origins;

  StackFrames(SnippetOrigins origins) {
    this.origins = origins;
  }

  List<String> describe(StackTraceElement[] frames) {
    List<String> lines = new ArrayList<>();
    int libraryFrames = 0;
    int cellFrames = 0;
    int repeats = 0;
    List<String> last = List.of();
    for (StackTraceElement frame : frames) {
      Optional<SnippetSpan> span = originOf(frame);
      if (span.isPresent()) {
        List<String> shown = cellFrame(frame, span.get());
        if (samePlace(shown, last)) {
          repeats++;
        } else {
          addRepeats(repeats, lines);
          repeats = 0;
          cellFrames++;
          lines.addAll(cellFrames <= MOST_CELL_FRAMES ? shown : List.of());
        }
        last = shown;
      } else if (!isMachinery(frame)) {
        libraryFrames++;
        if (libraryFrames <= MOST_LIBRARY_FRAMES) {
          lines.add(Ansi.DIM.paint("  " + frame));
        }
      }
    }
    addRepeats(repeats, lines);
    int left =
        Math.max(0, libraryFrames - MOST_LIBRARY_FRAMES)
            + Math.max(0, cellFrames - MOST_CELL_FRAMES);
    if (left > 0) {
      lines.add(Ansi.DIM.paint("  … " + left + " more frames"));
    }
    return lines;
  }

  /** One line of a cell may be several frames, of which JShell's own have no name to show. */
  private static boolean samePlace(List<String> shown, List<String> last) {
    return !last.isEmpty() && shown.get(0).startsWith(last.get(0).replaceFirst(", in .*", ""));
  }

  private static void addRepeats(int repeats, List<String> lines) {
    if (repeats > 1) {
      lines.add(Ansi.DIM.paint("  … and so " + repeats + " times more"));
    }
  }

  private List<String> cellFrame(StackTraceElement frame, SnippetSpan span) {
    List<String> lines = new ArrayList<>();
    String method = methodOf(frame);
    String in = method.isEmpty() ? "" : ", in " + method;
    lines.add("  " + Ansi.GREEN.paint(place(frame, span)) + in);
    lines.addAll(SourceExcerpt.withArrow(span.cell(), span.cellLine(frame.getLineNumber())));
    return lines;
  }

  private static String place(StackTraceElement frame, SnippetSpan span) {
    return span.cell().name() + ", line " + span.cellLine(frame.getLineNumber());
  }

  private static String methodOf(StackTraceElement frame) {
    Matcher lambda = LAMBDA.matcher(frame.getMethodName());
    String method = frame.getMethodName();
    if (lambda.matches()) {
      String outer = OWN_METHOD.matcher(lambda.group(1)).replaceAll("");
      method = outer.isEmpty() ? "a lambda" : "a lambda of " + outer;
    } else {
      method = OWN_METHOD.matcher(method).replaceAll("");
    }
    String owner = ANONYMOUS.matcher(frame.getClassName()).replaceAll("").replace('$', '.');
    boolean constructor = method.equals("<init>");
    return constructor ? "new " + owner : owner.isEmpty() ? method : owner + "." + method;
  }

  private Optional<SnippetSpan> originOf(StackTraceElement frame) {
    String file = frame.getFileName();
    Matcher matcher = SNIPPET_FILE.matcher(file == null ? "" : file);
    return matcher.matches() ? origins.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean isMachinery(StackTraceElement frame) {
    return frame.getClassName().isEmpty() || MACHINERY.matcher(frame.getClassName()).matches();
  }
}
