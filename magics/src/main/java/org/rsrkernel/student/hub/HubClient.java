package org.rsrkernel.student.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.rsrkernel.student.StudentException;

/** Asks the Hub. Follows redirects itself, so that the token goes to no other host. */
final class HubClient {

  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration FIRST_BYTE = Duration.ofSeconds(60);
  private static final int MAX_REDIRECTS = 8;
  private static final int MAX_JSON_BYTES = 64 << 20;

  private final HubSettings settings;
  private final HubReference reference;
  private final Duration stallLimit;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  HubClient(HubSettings settings, HubReference reference, Duration stallLimit) {
    this.settings = settings;
    this.reference = reference;
    this.stallLimit = stallLimit;
  }

  /** Watches a body while it is read. */
  StallGuard guard(InputStream body) {
    return new StallGuard(body, stallLimit);
  }

  /** The revision's commit and the names of its files. */
  RepositoryListing listing() throws IOException, InterruptedException {
    URI address =
        URI.create(
            "%s/api/models/%s/revision/%s"
                .formatted(
                    settings.endpoint(),
                    reference.repository(),
                    reference.revision().replace("/", "%2F")));
    HttpResponse<InputStream> response = send(address, "GET", Optional.empty());
    try (InputStream body = response.body()) {
      byte[] json = body.readNBytes(MAX_JSON_BYTES);
      JsonNode listing = new ObjectMapper().readTree(json);
      return RepositoryListing.of(listing, address);
    } catch (JsonProcessingException e) {
      throw new StudentException(
          address + " did not answer with JSON. Is HF_ENDPOINT a mirror of the Hub?", e);
    }
  }

  /** What the Hub says about one file, without its content. */
  RemoteFile describe(String commit, String name) throws IOException, InterruptedException {
    URI address = address(commit, name);
    HttpHeaders headers = send(address, "HEAD", Optional.empty()).headers();
    String etag =
        headers
            .firstValue("X-Linked-Etag")
            .or(() -> headers.firstValue("ETag"))
            .map(value -> value.replaceFirst("^W/", "").replace("\"", ""))
            .orElse("");
    long size =
        headers
            .firstValueAsLong("X-Linked-Size")
            .orElse(headers.firstValueAsLong("Content-Length").orElse(-1));
    if (!etag.matches("[0-9a-f]{40}|[0-9a-f]{64}") || size < 0) {
      throw new StudentException(
          "%s answered with the checksum '%s' and %d bytes, which is not how the Hub describes a file."
              .formatted(address, etag, size));
    }
    return new RemoteFile(name, etag, size);
  }

  /** The content of a file, or a range of it. The caller closes the body. */
  HttpResponse<InputStream> content(String commit, String name, Optional<ByteRange> range)
      throws IOException, InterruptedException {
    return send(address(commit, name), "GET", range);
  }

  private URI address(String commit, String name) {
    return URI.create(
        "%s/%s/resolve/%s/%s".formatted(settings.endpoint(), reference.repository(), commit, name));
  }

  private HttpResponse<InputStream> send(URI address, String method, Optional<ByteRange> range)
      throws IOException, InterruptedException {
    URI at = address;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpResponse<InputStream> response =
          http.send(request(at, method, range), BodyHandlers.ofInputStream());
      int status = response.statusCode();
      if (status / 100 == 2 || status == 416) {
        return response;
      }
      response.body().close();
      if (status / 100 != 3) {
        throw HubRefusal.of(response, reference, settings);
      }
      URI next = redirect(response, at);
      boolean describesHere =
          method.equals("HEAD") && response.headers().firstValue("X-Linked-Etag").isPresent();
      if (describesHere) {
        return response; // the storage behind it knows neither commit nor checksum
      }
      at = next;
    }
    throw new StudentException(address + " redirects more than " + MAX_REDIRECTS + " times.");
  }

  private HttpRequest request(URI at, String method, Optional<ByteRange> range) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(FIRST_BYTE)
            .header("User-Agent", "rsr-kernel");
    boolean atHub =
        at.getHost().equalsIgnoreCase(settings.endpoint().getHost())
            && at.getPort() == settings.endpoint().getPort()
            && at.getScheme().equals(settings.endpoint().getScheme());
    if (atHub) {
      settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    range.ifPresent(
        bytes -> request.header("Range", "bytes=" + bytes.start() + "-" + (bytes.end() - 1)));
    return request.build();
  }

  private static URI redirect(HttpResponse<?> response, URI from) {
    String location = response.headers().firstValue("Location").orElse("");
    try {
      URI next = from.resolve(location);
      boolean downgraded = from.getScheme().equals("https") && !next.getScheme().equals("https");
      if (!location.isEmpty() && next.getHost() != null && !downgraded) {
        return next;
      }
    } catch (IllegalArgumentException e) {
      throw new StudentException(from + " redirects to a place that is no address: " + location, e);
    }
    throw new StudentException(from + " redirects to a place that is not followed: " + location);
  }
}
