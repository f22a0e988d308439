package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rsrkernel.magic.session.HelpText;
import picocli.CommandLine;

/**
 * {@code docs/user-guide.md} is the verbs' own help. To renew it: {@code ./mvnw -pl magics -am test
 * -Dtest=UserGuideTest -Dsurefire.failIfNoSpecifiedTests=false -Drenew.guide=true}
 */
class UserGuideTest {

  private static final Path GUIDE = Path.of("../docs/user-guide.md");
  private static final String BEGINNING =
      """
      # User guide

      What each verb of `%rsr` does, in the words of its own `--help`. A magic is an expression: `var scored = %rsr score demo`
      keeps its value in a variable, a bare line shows it. Words are separated by blanks; quotes keep them together, as in a
      shell. Tab completes verbs, options, files, tables, columns and metrics.

      Tables are [Tablesaw](https://jtablesaw.github.io/tablesaw/) tables, so cells of Java can filter, join and plot them. The
      notebooks show the verbs at work: [quick-teacher-comparison](../notebooks/quick-teacher-comparison.ipynb),
      [select-training-data](../notebooks/select-training-data.ipynb), [your-own-data](../notebooks/your-own-data.ipynb).
      Something fails? [troubleshooting.md](troubleshooting.md).
      """;

  @TempDir Path home;

  @Test
  void guide_saysWhatTheVerbsHelpSays() throws IOException {
    String guide = guide();
    if (Boolean.getBoolean("renew.guide")) {
      Files.writeString(GUIDE, guide);
    }
    assertThat(GUIDE).content().isEqualTo(guide);
  }

  private String guide() {
    try (RsrLines rsr = new RsrLines(home)) {
      CommandLine all = new RsrCommandLine(rsr.session).commands();
      StringBuilder guide = new StringBuilder(BEGINNING);
      append(guide, "##", all);
      return guide.toString();
    }
  }

  private static void append(StringBuilder guide, String heading, CommandLine command) {
    guide
        .append("\n%s `%s`\n".formatted(heading, command.getCommandSpec().qualifiedName()))
        .append("\n```text\n%s\n```\n".formatted(HelpText.of(command).text().strip()));
    command.getSubcommands().values().stream()
        .distinct()
        .forEach(verb -> append(guide, heading.length() < 3 ? "##" : "###", verb));
  }
}
