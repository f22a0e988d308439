package org.rsrkernel.student.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.rsrkernel.student.StudentException;

/**
 * What is in a repository.
 *
 * @param commit that the revision stands for
 * @param files names of all files
 */
record RepositoryListing(String commit, Set<String> files) {

  static RepositoryListing of(JsonNode json, URI address) {
    String commit = json.path("sha").asText();
    if (!commit.matches("[0-9a-f]{40}") || !json.path("siblings").isArray()) {
      throw new StudentException(
          address + " did not list a repository. Is HF_ENDPOINT a mirror of the Hub?");
    }
    Set<String> files = new TreeSet<>();
    json.path("siblings").forEach(file -> files.add(file.path("rfilename").asText()));
    return new RepositoryListing(commit, files);
  }
}
