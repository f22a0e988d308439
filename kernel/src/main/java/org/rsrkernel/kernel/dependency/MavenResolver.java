package org.rsrkernel.kernel.dependency;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.util.artifact.SubArtifact;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/**
 * Finds libraries and all they need as Maven would: same local repository, {@code settings.xml},
 * mirrors, proxies and credentials. Remembers what it has brought, so that a later request does not
 * bring a second version. Thread-safe: one request at a time, and it may wait for the network.
 */
public final class MavenResolver {

  private final ContextOverrides.Builder settings;
  private final KernelLibraries kernelLibraries;
  private final Map<String, Artifact> broughtByLibrary = new LinkedHashMap<>();

  /** With the user's own {@code settings.xml} and local repository. */
  public MavenResolver() {
    this(
        ContextOverrides.create().withUserSettings(true),
        new KernelLibraries(MavenResolver.class.getClassLoader()));
  }

  MavenResolver(ContextOverrides.Builder settings, KernelLibraries kernelLibraries) {
    this.settings = settings;
    this.kernelLibraries = kernelLibraries;
  }

  /**
   * Resolves a request; nothing is remembered of one that fails.
   *
   * @throws DependencyException if a library or something it needs is not to be had
   */
  public synchronized ResolvedLibraries resolve(
      DependencyRequest request, DependencyProgress progress) throws DependencyException {
    ContextOverrides overrides =
        settings
            .offline(request.offline() ? Boolean.TRUE : null)
            .transferListener(new ProgressListener(progress))
            .build();
    try (Context maven = Runtimes.INSTANCE.getRuntime().create(overrides)) {
      return resolve(request, maven);
    }
  }

  private ResolvedLibraries resolve(DependencyRequest request, Context maven)
      throws DependencyException {
    RepositorySystem system = maven.repositorySystem();
    DefaultRepositorySystemSession session =
        new DefaultRepositorySystemSession(maven.repositorySystemSession());
    session.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
    session.setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true);
    List<RemoteRepository> repositories = repositories(request, maven, session);
    try {
      DependencyNode root =
          system.collectDependencies(session, collect(request, repositories)).getRoot();
      ConflictReport report = new ConflictReport(root, versions());
      List<Artifact> missing =
          report.winners().stream()
              .filter(artifact -> !broughtByLibrary.containsKey(ConflictReport.libraryOf(artifact)))
              .toList();
      List<ArtifactResult> results =
          system.resolveArtifacts(session, requests(missing, repositories));
      List<Artifact> documented = request.sources() ? onClassPath(report.winners()) : List.of();
      int sources = fetchSources(documented, repositories, system, session);
      return bring(results, report, sources, documented.size());
    } catch (DependencyCollectionException | ArtifactResolutionException e) {
      throw ResolutionFailure.explain(e, request, repositories);
    }
  }

  private ResolvedLibraries bring(
      List<ArtifactResult> results, ConflictReport report, int sources, int documented) {
    List<Path> jars = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ArtifactResult result : results) {
      Artifact artifact = result.getArtifact();
      broughtByLibrary.put(ConflictReport.libraryOf(artifact), artifact);
      if (artifact.getExtension().equals("jar")) {
        jars.add(artifact.getFile().toPath());
        names.add(ConflictReport.libraryOf(artifact) + ":" + artifact.getVersion());
      }
    }
    List<VersionConflict> conflicts = new ArrayList<>(report.conflicts());
    conflicts.addAll(
        kernelLibraries.conflictsWith(results.stream().map(ArtifactResult::getArtifact).toList()));
    return new ResolvedLibraries(jars, names, conflicts, sources, documented);
  }

  /** The same libraries in the versions that earlier requests have brought. */
  private List<Artifact> onClassPath(List<Artifact> libraries) {
    return libraries.stream()
        .map(
            artifact -> broughtByLibrary.getOrDefault(ConflictReport.libraryOf(artifact), artifact))
        .toList();
  }

  private CollectRequest collect(DependencyRequest request, List<RemoteRepository> repositories) {
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(repositories);
    request
        .libraries()
        .forEach(library -> collect.addDependency(new Dependency(library.toArtifact(), "runtime")));
    broughtByLibrary
        .values()
        .forEach(artifact -> collect.addManagedDependency(new Dependency(artifact, "runtime")));
    return collect;
  }

  private Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    broughtByLibrary.forEach((library, artifact) -> versions.put(library, artifact.getVersion()));
    return versions;
  }

  private static List<RemoteRepository> repositories(
      DependencyRequest request, Context maven, RepositorySystemSession session) {
    List<RemoteRepository> own =
        request.repositories().stream()
            // one name per address: the local repository remembers by name where a file came from
            .map(
                url ->
                    new RemoteRepository.Builder(
                            "repo-" + Integer.toHexString(url.hashCode()), "default", url)
                        .build())
            .toList();
    List<RemoteRepository> configured =
        maven.repositorySystem().newResolutionRepositories(session, own);
    return Stream.concat(configured.stream(), maven.remoteRepositories().stream()).toList();
  }

  private static List<ArtifactRequest> requests(
      List<Artifact> artifacts, List<RemoteRepository> repositories) {
    return artifacts.stream()
        .map(artifact -> new ArtifactRequest(artifact, repositories, null))
        .toList();
  }

  /** Sources are a kindness: those that are nowhere are left out. */
  private static int fetchSources(
      List<Artifact> artifacts,
      List<RemoteRepository> repositories,
      RepositorySystem system,
      RepositorySystemSession session) {
    List<Artifact> sources =
        artifacts.stream()
            .filter(artifact -> artifact.getClassifier().isEmpty())
            .<Artifact>map(artifact -> new SubArtifact(artifact, "sources", "jar"))
            .toList();
    try {
      return system.resolveArtifacts(session, requests(sources, repositories)).size();
    } catch (ArtifactResolutionException someAreNowhere) {
      return (int) someAreNowhere.getResults().stream().filter(ArtifactResult::isResolved).count();
    }
  }
}
