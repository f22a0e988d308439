package org.rsrkernel.kernel.dependency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@code %maven} line asks for.
 *
 * @param repositories URLs asked besides those of {@code settings.xml} and Maven Central
 * @param offline take only what the local repository has
 * @param sources fetch {@code -sources} jars too, where there are some
 */
public record DependencyRequest(
    List<Coordinates> libraries, List<String> repositories, boolean offline, boolean sources) {

  /** How the line is written. */
  public static final String USAGE =
      "%maven [--repo URL]… [--offline] [--sources] GROUP:ARTIFACT:VERSION…";

  public DependencyRequest {
    libraries = List.copyOf(libraries);
    repositories = List.copyOf(repositories);
  }

  /**
   * Reads the words of the line. A {@code --repo} may be a folder.
   *
   * @throws DependencyException if a word is neither an option nor a coordinate
   */
  public static DependencyRequest parse(List<String> words) throws DependencyException {
    List<Coordinates> libraries = new ArrayList<>();
    List<String> repositories = new ArrayList<>();
    boolean offline = false;
    boolean sources = false;
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      switch (word) {
        case "--offline" -> offline = true;
        case "--sources" -> sources = true;
        case "--repo" -> {
          at++;
          if (at == words.size()) {
            throw new DependencyException("--repo needs a URL or a folder. " + USAGE);
          }
          repositories.add(url(words.get(at)));
        }
        default -> {
          if (word.startsWith("-")) {
            throw new DependencyException("unknown option " + word + ". " + USAGE);
          }
          libraries.add(Coordinates.parse(word));
        }
      }
    }
    if (libraries.isEmpty()) {
      throw new DependencyException("no library given. " + USAGE);
    }
    return new DependencyRequest(libraries, repositories, offline, sources);
  }

  private static String url(String repository) {
    return repository.matches("[a-z]+:.*") ? repository : Path.of(repository).toUri().toString();
  }
}
