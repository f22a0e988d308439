package org.rsrkernel.kernel.dependency;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/** Reads a dependency tree: which artefacts won, and over which others. */
final class ConflictReport {

  private final Map<String, String> pinned;
  private final Set<Artifact> winners = new LinkedHashSet<>();
  private final Set<VersionConflict> conflicts = new LinkedHashSet<>();

  /**
   * @param pinned versions that earlier requests have put on the class path, by {@link #libraryOf}
   */
  ConflictReport(DependencyNode root, Map<String, String> pinned) {
    this.pinned = pinned;
    visit(root, "this line");
  }

  /** What belongs on the class path, nearest to the root first within each branch. */
  List<Artifact> winners() {
    return List.copyOf(winners);
  }

  List<VersionConflict> conflicts() {
    return List.copyOf(conflicts);
  }

  static String libraryOf(Artifact artifact) {
    String kind = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
    return artifact.getGroupId() + ":" + artifact.getArtifactId() + kind;
  }

  private void visit(DependencyNode node, String wantedBy) {
    Artifact artifact = node.getArtifact();
    DependencyNode winner = (DependencyNode) node.getData().get(ConflictResolver.NODE_DATA_WINNER);
    if (winner != null) {
      add(
          artifact,
          winner.getArtifact().getVersion(),
          artifact.getVersion(),
          wantedBy,
          "nearest to what was asked for");
      return;
    }
    if (artifact != null) {
      winners.add(artifact);
      String before = DependencyManagerUtils.getPremanagedVersion(node);
      String wanted = before == null ? artifact.getVersion() : before;
      String onPath = pinned.getOrDefault(libraryOf(artifact), artifact.getVersion());
      add(artifact, onPath, wanted, wantedBy, "it is on the class path already");
    }
    String name =
        artifact == null ? wantedBy : artifact.getArtifactId() + ":" + artifact.getVersion();
    node.getChildren().forEach(child -> visit(child, name));
  }

  private void add(
      Artifact artifact, String chosen, String rejected, String wantedBy, String reason) {
    if (!chosen.equals(rejected)) {
      conflicts.add(new VersionConflict(libraryOf(artifact), chosen, rejected, wantedBy, reason));
    }
  }
}
