package io.silvergauge.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No text that came from a file, a cell or the command line reaches anything that would run it: no
 * SQL, no script, no class by its name, no command, no serialized object.
 */
class NothingRunsComputedTextTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.silvergauge");

  private static final ArchRule NO_SQL_OF_SPARK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark.sql..")
          .orShould()
          .callMethodWhere(
              target(nameMatching("expr|selectExpr|sql"))
                  .and(target(owner(resideInAPackage("org.apache.spark..")))))
          .because("expr() runs reflect and reads files; rule books are read by our own grammar");

  private static final ArchRule NO_SCRIPTS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.script..",
              "javax.tools..",
              "javax.el..",
              "jakarta.el..",
              "jdk.jshell..",
              "groovy..",
              "org.codehaus.groovy..",
              "org.codehaus.janino..",
              "org.codehaus.commons.compiler..",
              "org.mozilla.javascript..",
              "org.graalvm..",
              "org.mvel2..",
              "ognl..",
              "org.apache.commons.jexl3..",
              "scala.tools..")
          .because("a rule book is data in a closed language");

  /** The command that an operator names for `run` to call at its end; no file can name it. */
  private static final String HOOK = "io\\.silvergauge\\.jobs\\.(run|cli)\\.Notif.*";

  private static final ArchRule NO_COMMANDS =
      noClasses()
          .that(not(nameMatching(HOOK)))
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ProcessBuilder.class)
          .orShould()
          .callMethodWhere(
              target(nameMatching("exec")).and(target(owner(resideInAPackage("java.lang")))))
          .because("no program is started but the one an operator names");

  private static final ArchRule NO_OBJECTS_FROM_BYTES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(ObjectInputStream.class.getName())
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.beans..", "com.thoughtworks.xstream..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("org\\.yaml\\.snakeyaml\\.(Yaml|constructor\\..*)")
          .orShould()
          .callMethodWhere(target(nameMatching("(activate|enable)DefaultTyping.*")))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("com\\.fasterxml\\.jackson\\.annotation\\.JsonTypeInfo.*")
          .because("files hold values, and no names of classes");

  /** Hears signals through a class the compiler warns of; walks the parts of our own records. */
  private static final String REFLECTS =
      "io\\.silvergauge\\.(jobs\\.run\\.EndSignals|indicators\\.scheme\\.SchemeDiff)";

  private static final ArchRule NO_CLASSES_BY_NAME =
      noClasses()
          .that(not(nameMatching(REFLECTS)))
          .should()
          .callMethodWhere(
              target(nameMatching("forName|loadClass|defineClass|findClass"))
                  .and(
                      target(owner(nameMatching("java\\.lang\\.(Class|ClassLoader|invoke\\..*)")))))
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLClassLoader")
          .orShould()
          .callMethodWhere(
              target(nameMatching("invoke|newInstance"))
                  .and(target(owner(nameMatching("java\\.lang\\.reflect\\.(Method|Constructor)")))))
          .because("no text names a class or a method");

  private static final ArchRule SQL_IN_ONE_PLACE =
      noClasses()
          .that(not(resideInAPackage("io.silvergauge.jobs.star..")))
          .should()
          .callMethodWhere(
              target(nameMatching("prepare(Statement|Call)|execute.*|createStatement|addBatch"))
                  .and(target(owner(resideInAPackage("java.sql")))))
          .because("the database is spoken to by the export alone, values as parameters");

  private static final ArchRule NO_REQUESTS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(URL|URLConnection|HttpURLConnection|Socket|ServerSocket|DatagramSocket)")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..", "org.apache.http..", "org.apache.hc..", "okhttp3..")
          .because("an evaluation asks nobody");

  private static final List<ArchRule> RULES =
      List.of(
          NO_SQL_OF_SPARK,
          NO_SCRIPTS,
          NO_COMMANDS,
          NO_OBJECTS_FROM_BYTES,
          NO_CLASSES_BY_NAME,
          SQL_IN_ONE_PLACE,
          NO_REQUESTS);

  @Test
  void holdsForAllThreeModules() {
    assertThat(ALL.size()).isGreaterThan(500);
    RULES.forEach(rule -> rule.check(ALL));
  }

  /** What a source says is looked at too: a call can hide behind a type of our own. */
  @Test
  void holdsForTheWordsOfTheSources() {
    Pattern evaluator =
        Pattern.compile(
            "\\bselectExpr\\(|\\bexpr\\(|\\.sql\\(|ScriptEngine|\\.readObject\\(|\\beval\\(");
    for (String module : List.of("indicators", "reports", "jobs")) {
      List<Path> sources = Repository.files(Repository.path(module + "/src/main/java"));
      assertThat(sources).as(module).isNotEmpty();
      for (Path source : sources) {
        assertThat(Repository.text(source)).as("%s", source).doesNotContainPattern(evaluator);
      }
    }
  }

  /** Classes are named by literals where they are named at all. */
  @Test
  void namesClassesInTheSourceOnly() {
    for (String module : List.of("indicators", "reports", "jobs")) {
      for (Path source : Repository.files(Repository.path(module + "/src/main/java"))) {
        assertThat(Repository.text(source))
            .as("%s", source)
            .doesNotContainPattern("\\bClass\\.forName\\((?!\")");
      }
    }
  }

  /** Statements are made of the names of our own tables and columns; values are parameters. */
  @Test
  void putsNoValueIntoAStatement() {
    for (Path source : Repository.files(Path.of("src/main/java/io/silvergauge/jobs/star"))) {
      assertThat(Repository.text(source))
          .as("%s", source)
          .doesNotContainPattern("execute(Query|Update)?\\(\\s*\"[^\"]*\"\\s*\\+");
    }
  }

  /** Each rule on a class that breaks it, so that none passes for want of looking. */
  @Test
  void findsWhatItForbids() {
    assertCaught(NO_COMMANDS, StartsAProgram.class);
    assertCaught(NO_OBJECTS_FROM_BYTES, ReadsAnObject.class);
    assertCaught(NO_CLASSES_BY_NAME, LoadsAClass.class);
    assertCaught(NO_SCRIPTS, RunsAScript.class);
    assertCaught(NO_REQUESTS, AsksTheNetwork.class);
    assertCaught(SQL_IN_ONE_PLACE, SpeaksSql.class);
  }

  private static void assertCaught(ArchRule rule, Class<?> breaking) {
    JavaClasses one = new ClassFileImporter().importClasses(breaking);
    assertThatThrownBy(() -> rule.check(one))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(breaking.getSimpleName());
  }

  @SuppressWarnings("UnusedMethod") // looked at, never run
  private static final class StartsAProgram {
    static Process start(String text) throws IOException {
      return new ProcessBuilder(text).start();
    }
  }

  @SuppressWarnings("UnusedMethod") // looked at, never run
  private static final class ReadsAnObject {
    static Object read(byte[] content) throws IOException, ClassNotFoundException {
      try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(content))) {
        return stream.readObject();
      }
    }
  }

  @SuppressWarnings("UnusedMethod") // looked at, never run
  private static final class LoadsAClass {
    static Class<?> load(String name) throws ClassNotFoundException {
      return Class.forName(name);
    }
  }

  @SuppressWarnings("UnusedMethod") // looked at, never run
  private static final class RunsAScript {
    static Object engine(String name) {
      return new javax.script.ScriptEngineManager().getEngineByName(name);
    }
  }

  @SuppressWarnings("UnusedMethod") // looked at, never run
  private static final class AsksTheNetwork {
    static java.net.Socket open(String host) throws IOException {
      return new java.net.Socket(host, 80);
    }
  }

  @SuppressWarnings("UnusedMethod") // looked at, never run
  private static final class SpeaksSql {
    static boolean run(java.sql.Statement statement, String text) throws java.sql.SQLException {
      return statement.execute(text);
    }
  }
}
