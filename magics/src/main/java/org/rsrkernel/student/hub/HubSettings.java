package org.rsrkernel.student.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rsrkernel.student.StudentException;

/**
 * Where the Hub and its cache are.
 *
 * @param endpoint of the Hub or of a mirror, without a slash at the end
 * @param cache the folder that holds {@code models--org--name}
 * @param token proves who asks, for gated and private repositories
 * @param offline whether only the cache may be used
 */
public record HubSettings(URI endpoint, Path cache, Optional<String> token, boolean offline) {

  private static final String DEFAULT_ENDPOINT = "https://huggingface.co";
  private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

  /**
   * Settings as Hugging Face's tools take them from the environment: {@code HF_ENDPOINT}, {@code
   * HF_HUB_CACHE}, {@code HF_HOME}, {@code HF_TOKEN}, {@code HF_TOKEN_PATH}, {@code
   * HF_HUB_OFFLINE}.
   *
   * @param environment the process's variables
   * @param userHome the user's home folder
   */
  public static HubSettings of(Map<String, String> environment, Path userHome) {
    Path cacheHome =
        variable(environment, "XDG_CACHE_HOME").map(Path::of).orElse(userHome.resolve(".cache"));
    Path home =
        variable(environment, "HF_HOME").map(Path::of).orElse(cacheHome.resolve("huggingface"));
    Path cache =
        variable(environment, "HF_HUB_CACHE")
            .or(() -> variable(environment, "HUGGINGFACE_HUB_CACHE"))
            .map(Path::of)
            .orElse(home.resolve("hub"));
    return new HubSettings(
        endpoint(variable(environment, "HF_ENDPOINT").orElse(DEFAULT_ENDPOINT)),
        cache,
        token(environment, home),
        variable(environment, "HF_HUB_OFFLINE")
            .map(value -> TRUE.contains(value.toUpperCase(java.util.Locale.ROOT)))
            .orElse(false));
  }

  /** The same, without the network. */
  public HubSettings asOffline() {
    return new HubSettings(endpoint, cache, token, true);
  }

  /** Everything but the token, which must not reach a log or a notebook. */
  @Override
  public String toString() {
    return "HubSettings[endpoint=%s, cache=%s, token=%s, offline=%s]"
        .formatted(endpoint, cache, token.isPresent() ? "set" : "none", offline);
  }

  private static URI endpoint(String text) {
    try {
      URI uri = URI.create(text.replaceAll("/+$", ""));
      if (uri.getHost() != null && uri.getScheme().matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new StudentException("HF_ENDPOINT is not an address: " + text, e);
    }
    throw new StudentException("HF_ENDPOINT is not an http or https address: " + text);
  }

  private static Optional<String> token(Map<String, String> environment, Path home) {
    Optional<String> given = variable(environment, "HF_TOKEN");
    if (given.isPresent()) {
      return given;
    }
    Path file = variable(environment, "HF_TOKEN_PATH").map(Path::of).orElse(home.resolve("token"));
    try {
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip()).filter(token -> !token.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      throw new StudentException("Cannot read the Hub token in " + file + ": " + e, e);
    }
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
