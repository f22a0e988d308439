package org.rsrkernel.student.hub;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A student on the Hub.
 *
 * @param repository such as {@code Qwen/Qwen2.5-0.5B}
 * @param revision a branch, a tag or a commit
 */
public record HubReference(String repository, String revision) {

  private static final String NAME = "[A-Za-z0-9][\\w.-]*";
  private static final Pattern REFERENCE =
      Pattern.compile("(%1$s/%1$s)(?:@(\\w[\\w.-]*(?:/\\w[\\w.-]*)*))?".formatted(NAME));
  private static final String DEFAULT_REVISION = "main";

  public HubReference {
    if (!REFERENCE.matcher(repository + "@" + revision).matches()
        || repository.contains("..")
        || revision.contains("..")) {
      throw new IllegalArgumentException(
          "not a repository and a revision: " + repository + "@" + revision);
    }
  }

  /** Reads {@code org/name} or {@code org/name@revision}; empty if the text is neither. */
  public static Optional<HubReference> parse(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    if (!matcher.matches() || text.contains("..")) {
      return Optional.empty();
    }
    String revision = matcher.group(2) == null ? DEFAULT_REVISION : matcher.group(2);
    return Optional.of(new HubReference(matcher.group(1), revision));
  }

  /** The repository's name without its owner's. */
  public String name() {
    return repository.substring(repository.indexOf('/') + 1);
  }

  /** Whether the revision is a commit, which never changes. */
  boolean isCommit() {
    return revision.matches("[0-9a-f]{40}");
  }

  @Override
  public String toString() {
    return revision.equals(DEFAULT_REVISION) ? repository : repository + "@" + revision;
  }
}
