package org.rsrkernel.magic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.rsrkernel.kernel.extension.MagicCompletion;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.metric.Metrics;
import org.rsrkernel.student.library.StudentLibrary;
import org.rsrkernel.trajectory.Columns;
import org.rsrkernel.trajectory.LoadRequest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import tech.tablesaw.api.Table;

/** What Tab offers inside a {@code %rsr} line, from the verbs' own declarations. */
final class RsrCompletion {

  private final RsrCommandLine commandLine;
  private final RsrSession session;

  RsrCompletion(RsrCommandLine commandLine, RsrSession session) {
    this.commandLine = commandLine;
    this.session = session;
  }

  /** Completions of the word before the cursor. */
  List<MagicCompletion> complete(String line, int cursor) {
    int start = cursor;
    while (start > 0 && !Character.isWhitespace(line.charAt(start - 1))) {
      start--;
    }
    String typed = line.substring(start, cursor);
    List<String> before =
        Arrays.stream(line.substring(0, start).trim().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    List<MagicCompletion> found = new ArrayList<>();
    offer(new Word(start, cursor, typed, before, found));
    return found;
  }

  /** The word being typed, the words before it, and what was found for it. */
  private record Word(
      int start, int end, String typed, List<String> before, List<MagicCompletion> found) {

    void offer(Collection<String> texts, String note) {
      for (String text : texts) {
        if (text.startsWith(typed)) {
          found.add(new MagicCompletion(start, end, text, note));
        }
      }
    }
  }

  private void offer(Word word) {
    List<String> before = word.before();
    CommandLine command = commandLine.commands();
    for (String argument : before) {
      CommandLine next = command.getSubcommands().get(argument);
      command = next == null ? command : next;
    }
    CommandSpec spec = command.getCommandSpec();
    OptionSpec option = before.isEmpty() ? null : spec.findOption(before.get(before.size() - 1));
    if (option != null && option.arity().max() > 0) {
      offerValues(word, option);
      return;
    }
    if (word.typed().startsWith("-")) {
      for (OptionSpec known : spec.options()) {
        word.offer(List.of(known.longestName()), "option");
      }
      return;
    }
    word.offer(command.getSubcommands().keySet(), "verb");
    for (ArgSpec parameter : spec.positionalParameters()) {
      offerValues(word, parameter);
    }
  }

  /** Values by what the parameter's label says it takes. */
  private void offerValues(Word word, ArgSpec parameter) {
    if (parameter.type().isEnum()) {
      word.offer(
          Arrays.stream(parameter.type().getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(java.util.Locale.ROOT))
              .toList(),
          "value");
    }
    if (parameter.completionCandidates() != null && !parameter.type().isEnum()) {
      parameter.completionCandidates().forEach(value -> word.offer(List.of(value), "value"));
    }
    switch (parameter.paramLabel()) {
      case "TABLE" -> {
        word.offer(session.tables().names(), "table");
        word.offer(List.of(LoadRequest.DEMO), "table");
      }
      case "REF" -> word.offer(List.of(StudentLibrary.EMBEDDED), "student");
      case "NAME" -> word.offer(session.students().names(), "student");
      case "METRIC" -> word.offer(metrics(""), "metric");
      case "LIST" ->
          word.offer(
              metrics(word.typed().substring(0, word.typed().lastIndexOf(',') + 1)), "metric");
      case "COLUMN" -> word.offer(columns(word), "column");
      case "COLUMN=VALUE" ->
          word.offer(columns(word).stream().map(name -> name + "=").toList(), "column");
      case "COLUMN|file|folder" -> word.offer(List.of("file", "folder"), "value");
      case "VERB" -> word.offer(commandLine.commands().getSubcommands().keySet(), "verb");
      case "ID" -> word.offer(values(Columns.ID), "id");
      case "T" -> word.offer(values(Columns.TEACHER), "teacher");
      case "T2|STUDENT2" -> {
        word.offer(values(Columns.TEACHER), "teacher");
        word.offer(session.students().names(), "student");
      }
      case "PATHS" -> {
        word.offer(List.of(LoadRequest.DEMO), "demo");
        word.offer(session.notebook().tableVariables(), "table");
        PathNames.of(word.typed()).forEach(path -> word.offer(List.of(path), "file"));
      }
      case "FILE", "DIR" ->
          PathNames.of(word.typed()).forEach(path -> word.offer(List.of(path), "file"));
      default -> {}
    }
  }

  /** Every metric's name after what is typed of a list already. */
  private static List<String> metrics(String before) {
    return Metrics.all().stream().map(metric -> before + metric.name()).toList();
  }

  /** The columns of the table that the line names, else of the one that was loaded last. */
  private List<String> columns(Word word) {
    return word.before().stream()
        .flatMap(operand -> session.tables().variable(operand).stream())
        .findFirst()
        .or(session.tables()::latest)
        .map(Table::columnNames)
        .orElse(List.of());
  }

  private List<String> values(String column) {
    return session
        .tables()
        .latest()
        .filter(table -> table.containsColumn(column))
        .map(table -> table.column(column).unique().asStringColumn().asList())
        .orElse(List.of());
  }
}
