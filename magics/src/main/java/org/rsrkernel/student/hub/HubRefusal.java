package org.rsrkernel.student.hub;

import java.net.http.HttpResponse;
import org.rsrkernel.student.StudentException;

/** What an answer other than success means, and what to do about it. */
final class HubRefusal {

  private HubRefusal() {}

  static StudentException of(
      HttpResponse<?> response, HubReference reference, HubSettings settings) {
    String code = response.headers().firstValue("X-Error-Code").orElse("");
    int status = response.statusCode();
    String page = settings.endpoint() + "/" + reference.repository();
    String remedy =
        switch (code) {
          case "GatedRepo" -> gated(page, settings);
          case "RevisionNotFound" -> "it has no revision '" + reference.revision() + "'.";
          case "EntryNotFound" -> "it has no file " + response.uri().getPath() + ".";
          case "RepoNotFound" -> missing(settings);
          default ->
              switch (status) {
                case 401, 404 -> missing(settings);
                case 403 -> gated(page, settings);
                case 429 -> "too many requests; wait a few minutes, then load it again.";
                default ->
                    "%s answered with status %d; load it again later."
                        .formatted(response.uri().getHost(), status);
              };
        };
    return new StudentException("Cannot fetch " + reference + " from the Hub: " + remedy);
  }

  private static String gated(String page, HubSettings settings) {
    return settings.token().isPresent()
        ? "it is gated. Ask for access at " + page + ", with the account that HF_TOKEN belongs to."
        : "it is gated. Ask for access at "
            + page
            + " and set HF_TOKEN to a token of your account.";
  }

  private static String missing(HubSettings settings) {
    return settings.token().isPresent()
        ? "there is no such repository, or HF_TOKEN's account may not see it."
        : "there is no such repository, or it is private and HF_TOKEN is not set.";
  }
}
