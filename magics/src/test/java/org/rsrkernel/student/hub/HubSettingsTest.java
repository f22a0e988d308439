package org.rsrkernel.student.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rsrkernel.student.StudentException;

class HubSettingsTest {

  @TempDir Path home;

  @Test
  void emptyEnvironment_meansTheUsersCache() {
    HubSettings settings = HubSettings.of(Map.of(), home);
    assertThat(settings.cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
    assertThat(settings.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
    assertThat(settings.token()).isEmpty();
    assertThat(settings.offline()).isFalse();
  }

  @Test
  void variables_areThoseOfHuggingFace() {
    HubSettings settings =
        HubSettings.of(
            Map.of(
                "HF_HOME", "/models/hf",
                "HF_ENDPOINT", "https://mirror.example/hub/",
                "HF_TOKEN", " hf_x ",
                "HF_HUB_OFFLINE", "yes"),
            home);
    assertThat(settings.cache()).isEqualTo(Path.of("/models/hf/hub"));
    assertThat(settings.endpoint()).isEqualTo(URI.create("https://mirror.example/hub"));
    assertThat(settings.token()).contains("hf_x");
    assertThat(settings.offline()).isTrue();
    assertThat(HubSettings.of(Map.of("HF_HOME", "/a", "HF_HUB_CACHE", "/b"), home).cache())
        .isEqualTo(Path.of("/b"));
  }

  @Test
  void token_isAlsoReadWhereTheLoginLeavesIt() throws IOException {
    Path file = home.resolve(".cache/huggingface/token");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "hf_y\n");
    assertThat(HubSettings.of(Map.of(), home).token()).contains("hf_y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not an address", "ftp://mirror.example", "mirror.example"})
  void endpointThatIsNoAddress_isNamed(String endpoint) {
    assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", endpoint), home))
        .isInstanceOf(StudentException.class)
        .hasMessageContaining(endpoint);
  }
}
