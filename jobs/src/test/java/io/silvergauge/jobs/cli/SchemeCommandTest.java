package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemeCommandTest {
  @TempDir Path folder;

  @Test
  void showsTheSchemeOfAnAssessmentAFileOrAName() {
    Cli.Ran assessment =
        Cli.run("scheme", "show", Repository.path("docs/examples/libraries"), "--lang", "en");
    assertThat(assessment.status()).as(assessment.err()).isZero();
    // lending is 2 of 3 of use, which is 60 of 100; loans are 2 of 3 of lending: 26.67 %
    assertThat(assessment.out())
        .startsWith("# Index of public library services")
        .contains("per head (册次/人): Loans ÷ Residents")
        .contains("| Loans per head<br>loans\\_per\\_head | 26.67 % |");
    Cli.Ran file =
        Cli.run(
            "scheme",
            "show",
            Repository.path("docs/examples/libraries/scheme.yaml"),
            "--lang",
            "en");
    assertThat(file.out()).isEqualTo(assessment.out());
    assertThat(Cli.run("scheme", "show", "contact-cities-2023", "--lang", "zh").out())
        .startsWith("# 积极应对人口老龄化重点联系城市评估方案");
  }

  @Test
  void writesAPage() throws Exception {
    Path page = folder.resolve("rules.html");
    Cli.Ran ran =
        Cli.run(
            "scheme",
            "show",
            "contact-cities-2023",
            "--format",
            "html",
            "--lang",
            "zh",
            "--to",
            page);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(Files.readString(page, StandardCharsets.UTF_8))
        .startsWith("<!DOCTYPE html>\n<html lang=\"zh")
        .contains("养老机构护理型床位占比");
  }

  @Test
  void saysWhatAnEditionChanges() throws Exception {
    Path next = folder.resolve("next.yaml");
    Files.writeString(
        next,
        """
        extends: contact-cities-2023
        edition: "2024"
        change:
          indicators:
            - {id: nursing_bed_share, weight: 8}
        """);
    Cli.Ran ran = Cli.run("scheme", "diff", "contact-cities-2023", next, "--lang", "en");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .containsPattern("changed +edition +2023 +2024")
        .containsPattern("changed +indicators +nursing_bed_share +weight +[0-9]+ +8");
    assertThat(Cli.run("scheme", "diff", "contact-cities-2023", next, "--print", "json").out())
        .contains("\"id\" : \"nursing_bed_share\"", "\"after\" : \"8\"");
    assertThat(Cli.run("scheme", "diff", "contact-cities-2023", next, "--print", "csv").lines())
        .startsWith("change,part,id,field,before,after")
        .contains("changed,indicators,nursing_bed_share,weight,6,8");
    assertThat(Cli.run("scheme", "diff", next, next, "--lang", "zh").out()).contains("两个方案没有差别");
    assertThat(Cli.run("scheme", "diff", next, next, "--print", "csv").lines())
        .containsExactly("change,part,id,field,before,after");
  }

  @Test
  void namesWhatItCannotFindAndWhatIsWrong() throws Exception {
    Cli.Ran unknown = Cli.run("scheme", "show", "contact-town", "--lang", "en");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("'contact-town' is neither an assessment's folder");
    Path faulty = folder.resolve("faulty.yaml");
    Files.writeString(faulty, "extends: contact-cities-2023\n");
    Cli.Ran ran = Cli.run("scheme", "show", faulty, "--lang", "en");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains(
            "faulty.yaml:1, edition: a scheme that extends another must name its own edition");
  }
}
