package org.rsrkernel.kernel.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenResolverTest {

  private static final DependencyProgress SILENT = (file, done, total) -> {};

  @TempDir Path folder;
  private FolderRepository repository;
  private MavenResolver resolver;
  private Path kernel;

  @BeforeEach
  void fillRepository() throws IOException {
    repository =
        new FolderRepository(folder.resolve("repository"))
            .with("cage", "1.0", "lock:1.0")
            .with("lock", "1.0")
            .with("lock", "2.0")
            .with("gate", "1.0", "lock:2.0")
            .with("broken", "1.0", "nowhere:1.0")
            .withSources("cage", "1.0");
    kernel = Files.createDirectory(folder.resolve("kernel"));
    resolver = resolver("<settings/>");
  }

  @Test
  void resolve_bringsWhatALibraryNeeds() throws Exception {
    ResolvedLibraries libraries = resolve("zoo:cage:1.0");

    assertThat(libraries.jars())
        .extracting(jar -> jar.getFileName().toString())
        .containsExactly("cage-1.0.jar", "lock-1.0.jar");
    assertThat(libraries.jars())
        .allMatch(Files::exists)
        .allMatch(jar -> jar.startsWith(folder.resolve("local")));
    assertThat(libraries.summary())
        .isEqualTo("Added to the class path:\n  zoo:cage:1.0\n  zoo:lock:1.0");
  }

  @Test
  void resolve_explainsWhichVersionWon() throws Exception {
    ResolvedLibraries libraries = resolve("zoo:cage:1.0", "zoo:gate:1.0");

    assertThat(libraries.names()).containsExactly("zoo:cage:1.0", "zoo:lock:1.0", "zoo:gate:1.0");
    assertThat(libraries.summary())
        .endsWith(
            "Versions chosen:\n  zoo:lock: 1.0 is used, not the 2.0 that gate:1.0 asks for (nearest to what was asked for)");
  }

  @Test
  void resolve_keepsVersionsOfEarlierRequests() throws Exception {
    resolve("zoo:cage:1.0");

    ResolvedLibraries libraries = resolve("zoo:gate:1.0");

    assertThat(libraries.names()).containsExactly("zoo:gate:1.0");
    assertThat(libraries.conflicts())
        .extracting(VersionConflict::toString)
        .containsExactly(
            "zoo:lock: 1.0 is used, not the 2.0 that gate:1.0 asks for (it is on the class path already)");
    assertThat(resolve("zoo:gate:1.0").summary()).startsWith("Nothing to add");
  }

  @Test
  void resolve_anotherVersionOfALoadedLibrary_keepsTheLoadedOne() throws Exception {
    resolve("zoo:lock:1.0");

    ResolvedLibraries libraries = resolve("zoo:lock:2.0");

    assertThat(libraries.jars()).isEmpty();
    assertThat(libraries.conflicts())
        .extracting(VersionConflict::toString)
        .containsExactly(
            "zoo:lock: 1.0 is used, not the 2.0 that this line asks for (it is on the class path already)");
  }

  @Test
  void resolve_saysWhichLibrariesTheKernelHasInAnotherVersion() throws Exception {
    Path lock = Files.createDirectories(kernel.resolve("META-INF/maven/zoo/lock"));
    Files.writeString(lock.resolve("pom.properties"), "groupId=zoo\nversion=3.0\n");

    assertThat(resolve("zoo:cage:1.0").conflicts())
        .extracting(VersionConflict::toString)
        .containsExactly(
            "zoo:lock: 3.0 is used, not the 1.0 that this line asks for (the kernel itself runs with it)");
  }

  @Test
  void resolve_takesVersionRanges() throws Exception {
    Files.writeString(
        folder.resolve("repository/zoo/lock/maven-metadata.xml"),
        "<metadata><groupId>zoo</groupId><artifactId>lock</artifactId><versioning><versions>"
            + "<version>1.0</version><version>2.0</version></versions></versioning></metadata>");

    assertThat(resolve("zoo:lock:[1,3)").names()).containsExactly("zoo:lock:2.0");
  }

  @Test
  void resolve_attachesSources() throws Exception {
    ResolvedLibraries libraries = resolve("--sources", "zoo:cage:1.0");

    assertThat(libraries.sources()).isEqualTo(1);
    assertThat(libraries.jars().get(0).resolveSibling("cage-1.0-sources.jar")).exists();
    assertThat(libraries.summary()).contains("Sources attached: 1 of 2");
  }

  @Test
  void resolve_attachesSourcesOfWhatIsOnTheClassPathAlready() throws Exception {
    resolve("zoo:cage:1.0");

    ResolvedLibraries libraries = resolve("--sources", "zoo:cage:1.0");

    assertThat(libraries.summary())
        .isEqualTo("Nothing to add: all of it is on the class path.\nSources attached: 1 of 2");
    assertThat(folder.resolve("local/zoo/cage/1.0/cage-1.0-sources.jar")).exists();
  }

  @Test
  void resolve_offline_usesWhatIsThere() throws Exception {
    resolve("zoo:cage:1.0");
    MavenResolver later = resolver("<settings/>");

    assertThat(later.resolve(request("--offline", "zoo:cage:1.0"), SILENT).names()).hasSize(2);
    assertThatThrownBy(() -> later.resolve(request("--offline", "zoo:gate:1.0"), SILENT))
        .isInstanceOf(DependencyException.class)
        .hasMessageContaining(
            "zoo:gate:jar:1.0 is not in the local repository, and this is offline");
  }

  @Test
  void resolve_honoursSettings() throws Exception {
    MavenResolver mirrored =
        resolver(
            "<settings><mirrors><mirror><id>ours</id><mirrorOf>*</mirrorOf><url>"
                + repository.url()
                + "</url></mirror></mirrors></settings>");

    DependencyRequest withoutRepository = DependencyRequest.parse(List.of("zoo:lock:1.0"));

    assertThat(mirrored.resolve(withoutRepository, SILENT).names()).containsExactly("zoo:lock:1.0");
  }

  @Test
  void resolve_aMissingLibrary_saysWhereItLooked() {
    assertThatThrownBy(() -> resolver(offlineCentral()).resolve(request("zoo:unicorn:1.0"), SILENT))
        .isInstanceOf(DependencyException.class)
        .hasMessageContaining("zoo:unicorn:jar:1.0 is not in ")
        .hasMessageContaining(repository.url())
        .hasMessageContaining("Check the spelling");
    assertThatThrownBy(() -> resolver(offlineCentral()).resolve(request("zoo:broken:1.0"), SILENT))
        .hasMessageContaining("zoo:nowhere:jar:1.0 is not in ");
  }

  @Test
  void resolve_withoutConnection_saysSo() {
    MavenResolver unreachable =
        resolver(
            "<settings><mirrors><mirror><id>off</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:9/</url></mirror></mirrors></settings>");

    assertThatThrownBy(() -> unreachable.resolve(request("zoo:cage:1.0"), SILENT))
        .isInstanceOf(DependencyException.class)
        .hasMessageContaining("no connection to http://127.0.0.1:9/");
  }

  @Test
  void resolve_tellsProgress() throws Exception {
    Set<String> arrived = new ConcurrentSkipListSet<>();

    resolver.resolve(
        request("zoo:cage:1.0"),
        (file, done, total) -> {
          if (done == total) {
            arrived.add(file);
          }
        });

    assertThat(arrived).contains("cage-1.0.jar", "lock-1.0.jar", "cage-1.0.pom");
  }

  private ResolvedLibraries resolve(String... words) throws DependencyException {
    return resolver.resolve(request(words), SILENT);
  }

  private DependencyRequest request(String... words) throws DependencyException {
    List<String> all = new java.util.ArrayList<>(List.of("--repo", repository.url()));
    all.addAll(List.of(words));
    return DependencyRequest.parse(all);
  }

  /** Central is a folder here: the tests use no network. */
  private String offlineCentral() {
    return "<settings><mirrors><mirror><id>central-folder</id><mirrorOf>central</mirrorOf><url>"
        + folder.resolve("empty").toUri()
        + "</url></mirror></mirrors></settings>";
  }

  private MavenResolver resolver(String settings) {
    try {
      Path file = Files.writeString(Files.createTempFile(folder, "settings", ".xml"), settings);
      return new MavenResolver(
          ContextOverrides.create()
              .withUserSettings(true)
              .withUserSettingsXmlOverride(file)
              .withMavenSystemHomeOverride(folder)
              .withLocalRepositoryOverride(folder.resolve("local")),
          new KernelLibraries(new URLClassLoader(new URL[] {kernel.toUri().toURL()}, null)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
