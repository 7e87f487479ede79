package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.silvergauge.jobs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in deploy/ call commands and options that the program has. */
class DeployTest {
  private static final Path DEPLOY = Repository.path("deploy");
  private static final String PLACE = "/srv/silvergauge";

  @TempDir Path temp;

  private static String text(String file) {
    return Repository.text(DEPLOY.resolve(file));
  }

  private static JsonNode yaml(String file) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(Repository.bytes(DEPLOY.resolve(file)));
  }

  private static List<String> words(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return Arrays.asList(matcher.group(1).strip().split("\\s+", -1));
  }

  private static List<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** The words are understood, so that only the assessment is missed, which is not there. */
  private void understood(List<String> words) {
    assertThat(words).contains("run", PLACE + "/assessment", "--out", PLACE + "/out");
    Cli.Ran ran =
        Cli.run(words.stream().map(word -> word.replace(PLACE, temp.toString())).toArray());
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("assessment.yaml: there is no such file");
  }

  @Test
  void theServiceOfSystemdIsUnderstood() throws Exception {
    String service = text("systemd/silvergauge.service");
    understood(words(service, "^ExecStart=/opt/silvergauge/silvergauge (.*)$"));
    assertThat(words(service, "^SuccessExitStatus=(.*)$"))
        .as("published with gaps; ended by systemctl stop")
        .contains("3", "143");
    assertThat(text("systemd/silvergauge.timer")).contains("OnCalendar=", "Persistent=true");

    if (Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))) { // of systems with systemd only
      Path copy = temp.resolve("silvergauge.service");
      Repository.write(copy, service.replace("/opt/silvergauge/silvergauge run", "/bin/true run"));
      Path timer =
          Files.copy(
              DEPLOY.resolve("systemd/silvergauge.timer"), temp.resolve("silvergauge.timer"));
      Process verify =
          new ProcessBuilder("systemd-analyze", "verify", copy.toString(), timer.toString())
              .redirectErrorStream(true)
              .redirectOutput(temp.resolve("verify.log").toFile())
              .start();
      assertThat(verify.waitFor()).as(Repository.text(temp.resolve("verify.log"))).isZero();
    }
  }

  @Test
  void theLineOfCronIsUnderstood() {
    String line =
        text("cron/silvergauge").lines().filter(one -> one.matches("[0-9*].*")).findFirst().get();
    assertThat(line).matches("30 2 \\* \\* \\* silvergauge .* >> .* 2>&1").doesNotContain("%");
    understood(words(line, "silvergauge/silvergauge (.*) >>"));
  }

  @Test
  void theJobsOfKubernetesAreUnderstood() throws IOException {
    JsonNode job = yaml("kubernetes/cronjob.yaml");
    assertThat(job.path("kind").asText()).isEqualTo("CronJob");
    JsonNode pod = job.at("/spec/jobTemplate/spec/template/spec");
    assertThat(job.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(pod.path("hostname").asText()).isEqualTo("silvergauge");
    assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(10);
    understood(words(pod.at("/containers/0/args")));

    JsonNode spark = yaml("kubernetes/scheduled-spark-application.yaml").path("spec");
    JsonNode template = spark.path("template");
    assertThat(spark.path("concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(template.path("mainClass").asText()).isEqualTo(Main.class.getName());
    assertThat(template.path("sparkVersion").asText())
        .isEqualTo(
            words(Repository.text(Repository.path("pom.xml")), "<spark.version>(.*)</").get(0));
    understood(words(template.path("arguments")));
  }

  @Test
  void theTaskOfAirflowIsUnderstood() {
    String dag = text("airflow/silvergauge_dag.py").replaceAll("\"\\n\\s+\"", "");
    understood(words(dag, "\"/opt/silvergauge/silvergauge (.*)\"$"));
  }
}
