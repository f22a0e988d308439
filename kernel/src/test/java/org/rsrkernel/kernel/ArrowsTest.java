package org.rsrkernel.kernel;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArrowsTest {
  private static final JavaClasses KERNEL =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.rsrkernel.kernel.(*)..").should().beFreeOfCycles().check(KERNEL);
  }

  @Test
  void transportAndRunningCells_knowNothingAboveThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("transport")
        .definedBy("..kernel.transport..")
        .layer("running")
        .definedBy("..kernel.running..")
        .layer("shell")
        .definedBy("..kernel.shell..")
        .layer("magic")
        .definedBy("..kernel.magic..")
        .layer("protocol")
        .definedBy("..kernel.protocol..")
        .whereLayer("protocol")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("magic")
        .mayOnlyBeAccessedByLayers("protocol")
        .whereLayer("shell")
        .mayOnlyBeAccessedByLayers("magic", "protocol")
        .check(KERNEL);
  }
}
