package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a user hears when a student is not to be had. */
class HubRefusalTest extends LocalHub {

  @Test
  void gatedRepository_saysHowToGetIn() {
    server.refusing(403, "GatedRepo");
    failing()
        .hasMessage(
            "Cannot fetch org/tiny from the Hub: it is gated. Ask for access at "
                + server.address()
                + "/org/tiny and set HF_TOKEN to a token of your account.");
  }

  @Test
  void missingRepository_isNamed() {
    server.refusing(401, "RepoNotFound");
    failing()
        .hasMessage(
            "Cannot fetch org/tiny from the Hub: there is no such repository, or it is private and"
                + " HF_TOKEN is not set.");
  }

  @Test
  void missingRevision_isNamed() {
    server.refusing(404, "RevisionNotFound");
    HubReference reference = HubReference.parse("org/tiny@v2").orElseThrow();
    assertThatThrownBy(() -> hub(server.address()).fetch(reference, DownloadProgress.SILENT))
        .hasMessage("Cannot fetch org/tiny@v2 from the Hub: it has no revision 'v2'.");
  }

  @Test
  void unreachableHub_saysWhatToDo() {
    server.close();
    failing()
        .hasMessageStartingWith("Cannot fetch org/tiny from " + server.address())
        .hasMessageEndingWith("Check the network, or set HF_ENDPOINT to a mirror.");
  }

  @Test
  void repositoryOfPickles_isRefusedBeforeAnythingIsFetched() {
    try (HubServer pickles =
        new HubServer().with("config.json", "{}").with("pytorch_model.bin", "x")) {
      assertThatThrownBy(() -> hub(pickles.address()).fetch(TINY, DownloadProgress.SILENT))
          .hasMessageStartingWith("org/tiny cannot be a student: its weights are pickles");
      assertThat(pickles.requests()).hasSize(1);
    }
  }
}
