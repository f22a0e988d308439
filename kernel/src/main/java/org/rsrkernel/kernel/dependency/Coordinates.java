package org.rsrkernel.kernel.dependency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Which library, in Maven's words.
 *
 * @param classifier empty for the main artefact
 */
public record Coordinates(
    String group, String artifact, String extension, String classifier, String version) {

  private static final String PART = "([\\w.+\\-]+)";
  private static final Pattern SYNTAX =
      Pattern.compile(PART + ":" + PART + "(?::" + PART + "(?::" + PART + ")?)?:([^:\\s]+)");

  /**
   * Reads {@code group:artifact[:extension[:classifier]]:version}. The version may be a range.
   *
   * @throws DependencyException if the text is none
   */
  public static Coordinates parse(String text) throws DependencyException {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      String lacking =
          text.chars().filter(c -> c == ':').count() == 1 ? " (the version is missing)" : "";
      throw new DependencyException(
          "'"
              + text
              + "' is not a Maven coordinate"
              + lacking
              + ". Write group:artifact:version, such as org.apache.commons:commons-math3:3.6.1");
    }
    String extension = matcher.group(3) == null ? "jar" : matcher.group(3);
    String classifier = matcher.group(4) == null ? "" : matcher.group(4);
    return new Coordinates(
        matcher.group(1), matcher.group(2), extension, classifier, matcher.group(5));
  }

  Artifact toArtifact() {
    return new DefaultArtifact(group, artifact, classifier, extension, version);
  }

  @Override
  public String toString() {
    String kind = classifier.isEmpty() ? "" : ":" + extension + ":" + classifier;
    return group + ":" + artifact + kind + ":" + version;
  }
}
