package org.rsrkernel.kernel.dependency;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** Says in plain words why Maven's resolver failed. */
final class ResolutionFailure {

  private ResolutionFailure() {}

  static DependencyException explain(
      Throwable failure, DependencyRequest request, List<RemoteRepository> repositories) {
    Optional<Throwable> noNetwork = find(failure, ResolutionFailure::isNetwork);
    if (noNetwork.isPresent()) {
      return new DependencyException(
          "no connection to "
              + place(failure)
              + " ("
              + noNetwork.get()
              + "). Check the network or the proxy in settings.xml; --offline uses what is on this machine",
          failure);
    }
    String wanted = missing(failure).orElse(request.libraries().get(0).toString());
    if (request.offline()
        || find(failure, RepositoryOfflineException.class::isInstance).isPresent()) {
      return new DependencyException(
          wanted
              + " is not in the local repository, and this is offline. Leave out --offline once to fetch it",
          failure);
    }
    if (find(failure, ArtifactNotFoundException.class::isInstance).isPresent()) {
      return new DependencyException(
          wanted
              + " is not in "
              + names(repositories)
              + ". Check the spelling, or name its repository with --repo URL",
          failure);
    }
    return new DependencyException(wanted + " could not be had: " + rootMessage(failure), failure);
  }

  private static boolean isNetwork(Throwable cause) {
    return cause instanceof UnknownHostException
        || cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof SocketTimeoutException;
  }

  private static Optional<String> missing(Throwable failure) {
    return find(failure, ArtifactResolutionException.class::isInstance)
        .flatMap(
            resolution ->
                ((ArtifactResolutionException) resolution)
                    .getResults().stream()
                        .filter(result -> !result.isResolved())
                        .map(ArtifactResult::getRequest)
                        .map(missing -> missing.getArtifact().toString())
                        .findFirst())
        .or(
            () ->
                find(failure, ArtifactTransferException.class::isInstance)
                    .map(
                        transfer ->
                            ((ArtifactTransferException) transfer).getArtifact().toString()));
  }

  private static String place(Throwable failure) {
    return find(failure, ArtifactTransferException.class::isInstance)
        .map(transfer -> ((ArtifactTransferException) transfer).getRepository())
        .map(RemoteRepository::getUrl)
        .orElse("the repository");
  }

  private static String names(List<RemoteRepository> repositories) {
    return repositories.stream()
        .map(repository -> repository.getId() + " (" + repository.getUrl() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String rootMessage(Throwable failure) {
    return causes(failure).reduce((outer, inner) -> inner).map(Throwable::getMessage).orElse("");
  }

  private static Optional<Throwable> find(Throwable failure, Predicate<Throwable> wanted) {
    return causes(failure).filter(wanted).findFirst();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
