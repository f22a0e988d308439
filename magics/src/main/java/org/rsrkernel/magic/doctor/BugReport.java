package org.rsrkernel.magic.doctor;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rsrkernel.student.machine.Problem;

/**
 * What somebody who mends an error needs to know of this machine, as text that its sender can read
 * through: no private paths, no names, no text of trajectories, cells or messages.
 */
public final class BugReport {

  /** Variables that change how the kernel runs. Others may hold secrets. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?:OMP|MKL|PYTORCH|CUDA|NVIDIA|DJL|RSR)_\\w+|LD_LIBRARY_PATH|LANG|LC_ALL|TZ");

  private final Diagnosis diagnosis;
  private final Optional<Throwable> lastFailure;
  private final Map<String, String> environment;

  /**
   * A report.
   *
   * @param lastFailure what the last verb that failed threw
   * @param environment variables of this process
   */
  public BugReport(
      Diagnosis diagnosis, Optional<Throwable> lastFailure, Map<String, String> environment) {
    this.diagnosis = diagnosis;
    this.lastFailure = lastFailure;
    this.environment = environment;
  }

  /** The report in Markdown. */
  public String text() {
    StringBuilder report = new StringBuilder("# Bug report of Java (RSR)\n");
    section(report, "What was found", lines(diagnosis.findings()));
    section(report, "What is wrong", diagnosis.problems().stream().map(Problem::toString));
    section(
        report,
        "Options of the JVM",
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream());
    section(report, "Environment", lines(telling()));
    section(report, "Libraries", libraries());
    section(report, "Last failure, without its messages", failure());
    return PrivatePaths.hide(report.toString(), System.getProperty("user.name"));
  }

  private Map<String, String> telling() {
    Map<String, String> variables = new TreeMap<>(environment);
    variables.keySet().removeIf(name -> !TELLING.matcher(name).matches());
    return variables;
  }

  private static Stream<String> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(path -> path.substring(path.lastIndexOf(File.separatorChar) + 1))
        .filter(name -> name.endsWith(".jar"))
        .sorted();
  }

  /** Classes and lines of code; what a message says may be private. */
  private Stream<String> failure() {
    return Stream.iterate(lastFailure.orElse(null), failure -> failure != null, Throwable::getCause)
        .limit(10)
        .flatMap(
            failure ->
                Stream.concat(
                    Stream.of(failure.getClass().getName()),
                    Stream.of(failure.getStackTrace()).map(frame -> "  at " + frame)));
  }

  private static Stream<String> lines(Map<String, String> values) {
    return values.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue());
  }

  private static void section(StringBuilder report, String title, Stream<String> lines) {
    String body = lines.map(line -> "    " + line).collect(Collectors.joining("\n"));
    report
        .append("\n## ")
        .append(title)
        .append("\n\n")
        .append(body.isEmpty() ? "    nothing" : body)
        .append('\n');
  }
}
