package org.rsrkernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rsrkernel.scoring.Scorer;

/** Packages know only those below them. */
class ArrowsTest {

  /** What lies where the scorer does: no tests. */
  private static final JavaClasses MAGICS =
      new ClassFileImporter()
          .importUrl(Scorer.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void packages_pointDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("benchmark")
        .definedBy("org.rsrkernel.benchmark..")
        .layer("magic")
        .definedBy("org.rsrkernel.magic..")
        .layer("view")
        .definedBy("org.rsrkernel.view..")
        .layer("metric")
        .definedBy("org.rsrkernel.metric..")
        .layer("scoring")
        .definedBy("org.rsrkernel.scoring..")
        .layer("student")
        .definedBy("org.rsrkernel.student..")
        .layer("trajectory")
        .definedBy("org.rsrkernel.trajectory..")
        .whereLayer("benchmark")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("magic")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("view")
        .mayOnlyBeAccessedByLayers("magic")
        .whereLayer("metric")
        .mayOnlyBeAccessedByLayers("benchmark", "magic", "view")
        .whereLayer("scoring")
        .mayOnlyBeAccessedByLayers("benchmark", "magic", "view", "metric")
        .whereLayer("student")
        .mayOnlyBeAccessedByLayers("benchmark", "magic", "view", "metric", "scoring")
        .whereLayer("trajectory")
        .mayOnlyBeAccessedByLayers("benchmark", "magic", "view", "metric", "scoring", "student")
        .check(MAGICS);
  }

  @Test
  void engine_isKnownToStudentAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.rsrkernel.trajectory..", "org.rsrkernel.metric..", "org.rsrkernel.view..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(MAGICS);
  }

  @Test
  void student_knowsNeitherTablesNorJupyter() {
    noClasses()
        .that()
        .resideInAPackage("org.rsrkernel.student..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tech.tablesaw..", "io.github.spencerpark..", "org.rsrkernel.kernel..")
        .check(MAGICS);
  }

  @Test
  void scoring_isAFunctionOfItsArguments() {
    noClasses()
        .that()
        .resideInAPackage("org.rsrkernel.scoring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tech.tablesaw..", "io.github.spencerpark..", "org.rsrkernel.kernel..")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .check(MAGICS);
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("org.rsrkernel.scoring..")
        .and()
        .areStatic()
        .should()
        .beFinal()
        .andShould(haveTypesThatNeverChange())
        .check(MAGICS);
  }

  private static ArchCondition<JavaField> haveTypesThatNeverChange() {
    return new ArchCondition<>("have types that never change") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        boolean constant =
            type.isPrimitive()
                || type.isEnum()
                || type.isRecord()
                || field.getModifiers().contains(JavaModifier.SYNTHETIC)
                || Set.of("java.lang.String", "java.time.Duration", "java.util.List")
                    .contains(type.getName());
        if (!constant) {
          events.add(SimpleConditionEvent.violated(field, field.getDescription()));
        }
      }
    };
  }

  @Test
  void kernel_isKnownByItsExtensionInterfaceAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.rsrkernel.magic..",
            "org.rsrkernel.view..",
            "org.rsrkernel.metric..",
            "org.rsrkernel.scoring..",
            "org.rsrkernel.student..",
            "org.rsrkernel.trajectory..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                    "org.rsrkernel.kernel..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                            "org.rsrkernel.kernel.extension.."))))
        .check(MAGICS);
  }
}
