package io.silvergauge.indicators;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The borders of the module, and what would make two runs differ. */
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.silvergauge.indicators");

  @Test
  void knowsNoSparkNoStoreNoChartsAndNoDocumentLibrary() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..",
            "org.apache.parquet..",
            "org.apache.hadoop..",
            "scala..",
            "org.jfree..",
            "org.apache.pdfbox..",
            "org.apache.poi..",
            "io.pebbletemplates..",
            "picocli..",
            "io.silvergauge.reports..",
            "io.silvergauge.jobs..")
        .because("what an indicator is must be plain Java")
        .check(MODULE);
  }

  @Test
  void hasNoCyclesBetweenItsPackages() {
    slices().matching("io.silvergauge.indicators.(*)..").should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void namesTheLocaleWhereATextIsFormattedOrChangesCase() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .because("no text may depend on the machine's language; give Locale.ROOT")
        .check(MODULE);
  }

  @Test
  void asksNoClock() {
    noClasses()
        .should()
        .callMethodWhere(
            target(name("now"))
                .and(
                    target(owner(name(LocalDate.class.getName())))
                        .or(target(owner(name(LocalDateTime.class.getName()))))
                        .or(target(owner(name(ZonedDateTime.class.getName()))))
                        .or(target(owner(name(Instant.class.getName()))))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .because("a rerun next year must give the same bytes")
        .check(MODULE);
  }

  @Test
  void takesLogarithmsAndPowersFromStrictMathOnly() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(name(Math.class.getName())))
                .and(
                    target(
                        nameMatching(
                            "log|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot"))))
        .orShould()
        .callMethod(StrictMath.class, "pow", double.class, double.class)
        .because("StrictMath gives the same bits everywhere, and a power is exp(w · log x)")
        .check(MODULE);
  }

  @Test
  void drawsNoUnseededNumbers() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, ThreadLocalRandom.class, UUID.class)
        .orShould()
        .callMethod(Math.class, "random")
        .because("chance comes from a seed the evaluation names")
        .check(MODULE);
  }
}
