package org.rsrkernel.kernel.dependency;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rsrkernel.kernel.extension.MagicCompletion;
import org.rsrkernel.kernel.extension.MagicSupport;

/** Completes a {@code %maven} line with options and with what the local repository has. */
public final class MavenLineSupport implements MagicSupport {

  private static final List<String> OPTIONS = List.of("--offline", "--repo", "--sources");

  private final LocalLibraries libraries;

  /** With the user's own local repository at Maven's usual place. */
  public MavenLineSupport() {
    this(Path.of(System.getProperty("user.home"), ".m2", "repository"));
  }

  MavenLineSupport(Path localRepository) {
    this.libraries = new LocalLibraries(localRepository);
  }

  /** Nothing after {@code --repo}, so that the kernel proposes folders. */
  @Override
  public List<MagicCompletion> complete(String line, int cursor) {
    String before = line.substring(0, cursor);
    int start = before.lastIndexOf(' ') + 1;
    String word = before.substring(start);
    if (before.substring(0, start).stripTrailing().endsWith("--repo")) {
      return List.of();
    }
    Stream<String> options = OPTIONS.stream().filter(option -> option.startsWith(word));
    return Stream.concat(
            word.isEmpty() || word.startsWith("-")
                ? options.map(text -> new MagicCompletion(start, cursor, text, "option"))
                : Stream.of(),
            libraries.startingWith(word).stream()
                .map(text -> new MagicCompletion(start, cursor, text, "library")))
        .toList();
  }

  @Override
  public Optional<String> help(List<String> arguments) {
    return Optional.of(
        DependencyRequest.USAGE
            + """

            Adds libraries to the class path, with all they need, as Maven finds them.
              --repo URL   asks this repository or folder, too
              --offline    takes only what is on this machine
              --sources    fetches sources, so that Shift-Tab shows documentation
            """);
  }
}
