package io.silvergauge.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.silvergauge.jobs.store.Storage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The borders of the module, and what would make two runs differ. */
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.silvergauge");
  private static final JavaClasses MODULE = ALL.that(resideInAPackage("io.silvergauge.jobs.."));

  /** A call of {@code formatted}, and the literals it is called on; none where it is on a name. */
  private static final Pattern TEMPLATE =
      Pattern.compile("((?:\"(?:[^\"\\\\\n]|\\\\.)*\"\\s*\\+?\\s*)+)?\\)?\\s*\\.formatted\\(");

  private static final Pattern NOT_A_TEXT = Pattern.compile("%(?![%ns]|[0-9]+\\$s)");

  @Test
  void seesAllThreeModules() {
    for (String module : List.of("indicators", "reports", "jobs")) {
      assertThat(ALL.that(resideInAPackage("io.silvergauge." + module + "..")))
          .as(module)
          .isNotEmpty();
    }
  }

  @Test
  void isTheOnlyModuleThatKnowsSparkAndParquet() {
    noClasses()
        .that(not(resideInAPackage("io.silvergauge.jobs..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..", "org.apache.parquet..", "org.apache.hadoop..", "scala..")
        .because("indicators and pages are plain Java")
        .check(ALL);
  }

  @Test
  void keepsSparkToTheRunAndParquetToTheStore() {
    noClasses()
        .that(not(resideInAPackage("..jobs.evaluate..")).and(not(resideInAPackage("..jobs.cli.."))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..")
        .because("reading, storing and writing are functions of plain values")
        .check(MODULE);
    noClasses()
        .that(not(resideInAPackage("..jobs.store..")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..")
        .because("all input and output of what is kept goes through Storage")
        .check(MODULE);
  }

  @Test
  void hasNoCyclesBetweenItsPackages() {
    slices().matching("io.silvergauge.jobs.(*)..").should().beFreeOfCycles().check(MODULE);
  }

  @Test
  void isNotUsedByTheOtherModulesAndItsCommandsByNobody() {
    noClasses()
        .that(not(resideInAPackage("io.silvergauge.jobs..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.silvergauge.jobs..")
        .check(ALL);
    noClasses()
        .that(not(resideInAPackage("..jobs.cli..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..jobs.cli..")
        .check(ALL);
  }

  @Test
  void makesSamplesForTheCommandLineOnly() {
    noClasses()
        .that(not(resideInAPackage("..jobs.sample..")).and(not(resideInAPackage("..jobs.cli.."))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..jobs.sample..")
        .because("no figure of an evaluation comes from a generator")
        .check(ALL);
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
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .orShould()
        .callMethodWhere(target(nameMatching("printf")))
        .orShould()
        .dependOnClassesThat(
            belongToAnyOf(
                DecimalFormat.class, NumberFormat.class, SimpleDateFormat.class, Formatter.class))
        .because("no text may depend on the machine's language; give Locale.ROOT")
        .check(MODULE);
  }

  /** {@code formatted} takes the machine's language, which writes %d in digits of its own. */
  @Test
  void fillsOnlyTextsIntoATemplateWithoutALocale() {
    List<String> found = new ArrayList<>();
    int calls = 0;
    for (String module : List.of("indicators", "reports", "jobs")) {
      for (Path source : Repository.files(Path.of("..", module, "src/main/java"))) {
        String code = Repository.text(source);
        Matcher matcher = TEMPLATE.matcher(code);
        while (matcher.find()) {
          calls++;
          String template = matcher.group(1);
          if (template == null || NOT_A_TEXT.matcher(template).find()) {
            found.add(source + ": " + template);
          }
        }
      }
    }
    assertThat(calls).isGreaterThan(20);
    assertThat(found).as("write %s, or String.format(Locale.ROOT, …)").isEmpty();
  }

  @Test
  void asksTheClockAboutRunsOnly() {
    noClasses()
        .that(not(resideInAPackage("..jobs.run..")))
        .should()
        .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .because("a rerun next year must give the same bytes")
        .check(MODULE);
  }

  @Test
  void drawsNoUnseededNumbers() {
    noClasses()
        .should()
        .dependOnClassesThat(belongToAnyOf(ThreadLocalRandom.class))
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .because("chance comes from a seed that is named")
        .check(MODULE);
  }

  @Test
  void keepsFilesOfThisMachineOutOfWhatTasksDo() {
    noClasses()
        .that(resideInAPackage("..jobs.export..").or(resideInAPackage("..jobs.ingest..")))
        .should()
        .dependOnClassesThat(belongToAnyOf(Files.class, Storage.class))
        .because("reading and writing tables are functions from bytes to bytes")
        .check(MODULE);
  }

  @Test
  void opensItsContextInOnePlace() {
    noClasses()
        .that(not(nameMatching(".*\\.SparkContexts")))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.spark.SparkConf")
        .because("the settings that matter stand in one place")
        .check(MODULE);
  }
}
