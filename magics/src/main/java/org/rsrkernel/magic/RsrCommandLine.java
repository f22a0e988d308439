package org.rsrkernel.magic;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.rsrkernel.magic.session.HelpText;
import org.rsrkernel.magic.session.RsrException;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.magic.verb.RsrVerb;
import org.rsrkernel.magic.verb.Verb;
import org.rsrkernel.trajectory.NearestNames;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The grammar of {@code %rsr}: verbs found by name, arguments put into a verb's fields. */
final class RsrCommandLine {

  private final RsrSession session;

  RsrCommandLine(RsrSession session) {
    this.session = session;
  }

  /**
   * The verb that the arguments name, ready to be called.
   *
   * @throws RsrException with the nearest verb or option if one is unknown
   */
  Verb<?> parse(List<String> arguments) {
    CommandLine commands = commands();
    ParseResult parsed;
    try {
      parsed = commands.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      throw new RsrException(explain(e));
    }
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    CommandLine leaf = parsed.commandSpec().commandLine();
    return parsed.isUsageHelpRequested() ? new HelpOf(leaf) : leaf.getCommand();
  }

  /** The whole grammar, for help and completion. */
  CommandLine commands() {
    CommandLine commands = new CommandLine(RsrVerb.class, new SessionFactory());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    return commands;
  }

  /** The Java type of the value that the arguments' verb gives back. */
  Class<?> resultType(List<String> arguments) {
    CommandLine command = commands();
    for (String argument : arguments) {
      if (argument.equals("-h") || argument.equals("--help")) {
        return HelpText.class;
      }
      CommandLine next = command.getSubcommands().get(argument);
      if (next != null) {
        command = next;
      }
    }
    return Arrays.stream(command.getCommand().getClass().getMethods())
        .filter(method -> method.getName().equals("call") && !method.isBridge())
        .<Class<?>>map(Method::getReturnType)
        .findFirst()
        .orElse(Object.class);
  }

  private static String explain(ParameterException e) {
    StringBuilder message = new StringBuilder(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      message.setLength(0);
      message.append(unmatched(unmatched));
      List<String> nearest = nearest(unmatched);
      if (!nearest.isEmpty()) {
        message.append(" Did you mean ").append(String.join(" or ", nearest)).append('?');
      }
    }
    return message
        .append(" (")
        .append(e.getCommandLine().getCommandSpec().qualifiedName())
        .append(" --help shows what there is)")
        .toString();
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String word = e.getUnmatched().get(0);
    if (e.isUnknownOption()) {
      return "Unknown option: '%s'.".formatted(word);
    }
    CommandLine command = e.getCommandLine();
    if (command.getSubcommands().isEmpty()) {
      return "'%s' is one operand too many.".formatted(word);
    }
    return command.getParent() == null
        ? "There is no verb '%s'.".formatted(word)
        : "There is no '%s' here.".formatted(word);
  }

  private static List<String> nearest(UnmatchedArgumentException e) {
    return e.isUnknownOption()
        ? e.getSuggestions()
        : NearestNames.of(e.getUnmatched().get(0), e.getCommandLine().getSubcommands().keySet());
  }

  /** {@code --help} after any verb. */
  private static final class HelpOf extends Verb<HelpText> {
    private final CommandLine command;

    private HelpOf(CommandLine command) {
      this.command = command;
    }

    @Override
    public HelpText call() {
      return HelpText.of(command);
    }
  }

  /** Gives verbs their session. */
  private final class SessionFactory implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        var constructor = type.getDeclaredConstructor(RsrSession.class);
        constructor.setAccessible(true);
        return constructor.newInstance(session);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException("cannot make the verb " + type, e.getCause());
      }
    }
  }
}
