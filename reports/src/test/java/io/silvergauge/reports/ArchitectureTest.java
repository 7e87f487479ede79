package io.silvergauge.reports;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** The borders of the module, and what would make a page depend on the machine. */
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.silvergauge.reports");

  @Test
  void knowsNeitherJobsNorSparkNorTheStore() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.silvergauge.jobs..",
            "org.apache.spark..",
            "org.apache.parquet..",
            "org.apache.hadoop..",
            "scala..",
            "picocli..")
        .because("a report is made from a finished evaluation and nothing else")
        .check(MODULE);
  }

  @Test
  void hasNoCyclesBetweenItsPackages() {
    slices().matching("io.silvergauge.reports.(*)..").should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void namesLocaleAndZoneAndAsksNoClock() {
    noClasses()
        .should()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(TimeZone.class, "getDefault")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .orShould()
        .callMethod(NumberFormat.class, "getInstance")
        .orShould()
        .callMethodWhere(target(name("now")))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class)
        .because("a page must be the same on every machine and on every day")
        .check(MODULE);
  }
}
