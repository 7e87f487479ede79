package io.silvergauge.jobs.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.region.Successor;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.reports.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentReaderTest {
  private static final String PLAN =
      """
      region: "110100"
      name: {zh: 甲东方案, en: Jiadong's plan}
      status: confirmed
      source: {document: 甲东〔2021〕1号, clause: "3"}
      targets:
        - {indicator: nursing_share, at_least: 40, unit: "%", by: 2023Q4}
      """;

  @TempDir Path folder;

  private List<String> faults(SmallAssessment assessment) {
    assessment.write(folder);
    return faults();
  }

  private List<String> faults() {
    FaultyFilesException faulty =
        catchThrowableOfType(FaultyFilesException.class, () -> AssessmentReader.read(folder));
    assertThat(faulty).isNotNull();
    return faulty.faults().stream().map(fault -> fault.in(Language.EN)).toList();
  }

  @Test
  void readsTheSample() throws IOException {
    Assessment sample = AssessmentReader.read(Repository.path("sample-input"));

    assertThat(sample.cities()).hasSize(37);
    assertThat(sample.periods()).hasSize(8).isSorted();
    assertThat(sample.asOf()).contains(LocalDate.of(2024, 1, 31));
    assertThat(sample.scheme().id()).isEqualTo("contact-cities");
    assertThat(sample.plan("410100").status()).isEqualTo(Plan.Status.CONFIRMED);
    assertThat(sample.sources())
        .containsOnlyKeys(
            "care_institutions",
            "census",
            "checklist",
            "civil_affairs",
            "declarations",
            "departments",
            "enterprises",
            "estates",
            "form",
            "form_care_institutions",
            "form_checklist",
            "form_declarations",
            "form_departments",
            "form_enterprises",
            "form_estates",
            "form_selected_cases",
            "form_submissions",
            "form_training_institutions",
            "health",
            "institutions_mechanism",
            "long",
            "planning",
            "planning_workbook",
            "selected_cases",
            "submissions",
            "training_institutions",
            "visits");
    assertThat(sample.unregistered()).isEmpty();
    assertThat(sample.store()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdi", "national"})
  void readsTheExamples(String name) throws IOException {
    Assessment example = AssessmentReader.read(Repository.path("docs/examples").resolve(name));
    assertThat(example.sources()).containsOnlyKeys("form", "long");
    assertThat(example.deliveries()).isNotEmpty();
    assertThat(example.unregistered()).isEmpty();
  }

  @Test
  void readsWhatBecameOfUnitsThatEnded() throws IOException {
    SmallAssessment.delivered()
        .file("regions/successors.csv", "from,to,on\n110122,110121,2022-01-01\n")
        .write(folder);
    assertThat(AssessmentReader.read(folder).regions().successors().into("110121"))
        .extracting(Successor::from)
        .containsExactly("110122");
  }

  @Test
  void namesCodesOfTheTableOfSuccessorsThatAreNoRegions() throws IOException {
    assertThat(
            faults(
                SmallAssessment.delivered()
                    .file("regions/successors.csv", "from,to,on\n110122,119121,2022-01-01\n")))
        .containsExactly(
            "regions/successors.csv: there is no region '119121'; did you mean '110121'?");
  }

  @Test
  void pagesWorkbookAndDashboardAreWrittenWhereNoFormatsAreNamed() throws IOException {
    SmallAssessment.delivered().changed("assessment.yaml", "formats: [html]", "").write(folder);
    assertThat(AssessmentReader.read(folder).formats())
        .containsExactly(ReportFormat.HTML, ReportFormat.XLSX, ReportFormat.DASHBOARD);
  }

  @Test
  void readsEverythingOfAFolder() throws IOException {
    SmallAssessment.delivered()
        .file("plans/110100.yaml", PLAN)
        .changed(
            "assessment.yaml",
            "languages: [zh, en]",
            "languages: [zh]\nprecedence: [items, civil]\nstore: ../store")
        .file("data/2023Q4/130000/civil.csv", "x")
        .file("data/README.md", "about")
        .file("data/expected.csv", "sender,source,period,due\n110000,civil,2023Q4,2024-01-20\n")
        .write(folder);
    Assessment small = AssessmentReader.read(folder);

    assertThat(small.folder()).isEqualTo(folder);
    assertThat(small.data()).isEqualTo(folder.resolve("data"));
    assertThat(small.name().en()).isEqualTo("Small assessment");
    assertThat(small.notice().zh()).isEqualTo("示例");
    assertThat(small.periods()).containsExactly(Period.parse("2023Q3"), Period.parse("2023Q4"));
    assertThat(small.cities()).extracting(City::code).containsExactly("110100", "110200", "120100");
    assertThat(small.cities())
        .extracting(City::membership)
        .containsExactly("confirmed", "illustrative", "illustrative");
    assertThat(small.languages()).containsExactly(Language.ZH);
    assertThat(small.formats()).containsExactly(ReportFormat.HTML);
    assertThat(small.precedence()).containsExactly("items", "civil");
    assertThat(small.store()).isEqualTo("../store");
    assertThat(small.deliveries())
        .hasSize(7)
        .isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()));
    assertThat(small.unregistered()).containsExactly("2023Q4/130000/civil.csv");
    assertThat(small.plan("110100").name().en()).isEqualTo("Jiadong's plan");
    assertThat(small.plan("110200").status())
        .as("without a plan on file the scheme's targets stand in")
        .isEqualTo(Plan.Status.SCHEME);
    assertThat(small.withFormats(Set.of()).formats()).isEmpty();
  }

  @Test
  void takesTheDateAsGivenThenAsWrittenThenTheNewestReceived() throws IOException {
    SmallAssessment.delivered().write(folder);
    LocalDate given = LocalDate.of(2023, 12, 24);
    Assessment written = AssessmentReader.read(folder);
    assertThat(written.asOf(Optional.of(given))).contains(given);
    assertThat(written.asOf(Optional.empty())).contains(LocalDate.of(2024, 1, 31));

    SmallAssessment.delivered().changed("assessment.yaml", "as_of: 2024-01-31\n", "").write(folder);
    assertThat(AssessmentReader.read(folder).asOf(Optional.empty()))
        .contains(LocalDate.of(2024, 1, 18));
    Files.delete(folder.resolve("data/deliveries.csv"));
    new SmallAssessment().changed("assessment.yaml", "as_of: 2024-01-31\n", "").write(folder);
    assertThat(AssessmentReader.read(folder).asOf(Optional.empty())).isEmpty();
  }

  @Test
  void knowsWhichCitiesAreEnrolledInAPeriod() throws IOException {
    SmallAssessment.delivered()
        .changed("cities.csv", "110200,,,", "110200,2023-12-31,,")
        .changed("cities.csv", "120100,,,", "120100,,2023-12-31,")
        .write(folder);
    Assessment small = AssessmentReader.read(folder);

    assertThat(small.citiesIn(Period.parse("2023Q3")))
        .extracting(City::code)
        .containsExactly("110100", "120100");
    assertThat(small.citiesIn(Period.parse("2023Q4")))
        .extracting(City::code)
        .containsExactly("110100", "110200");
  }

  @Test
  void reportsTheFaultsOfAllFilesAtOnceWithFileLineAndField() {
    SmallAssessment assessment =
        SmallAssessment.delivered()
            .changed("assessment.yaml", "formats: [html]", "formats: [doc]\ncolour: red")
            .changed("scheme.yaml", "part_of: beds", "part_of: bets")
            .changed(
                "regions/regions.csv",
                "110101,东区,,district,110100,,,",
                "110101,东区,,district,110100,long ago,,")
            .changed("cities.csv", "110200,,,illustrative,", "110300,,,illustrative,");

    assertThat(faults(assessment))
        .containsExactly(
            "assessment.yaml:7, formats: 'doc' is not one of: html, pdf, xlsx, docx, dashboard",
            "assessment.yaml:8, colour: unknown field; known here: as_of, editions, formats, gates, languages,"
                + " name, notice, periods, precedence, scheme, store, verification",
            "scheme.yaml:20, statistics[1].part_of: unknown statistic 'bets'; did you mean 'beds'?",
            "regions/regions.csv:4, valid_from: 'long ago' is not a date such as 2023-12-31",
            "cities.csv:3, code: there is no region '110300'");
  }

  @Test
  void reportsTheFaultsOfPlansSourcesAndDeliveriesAtOnce() {
    SmallAssessment assessment =
        SmallAssessment.delivered()
            .file("plans/110100.yaml", PLAN.replace("nursing_share", "nursing"))
            .file("plans/110300.yaml", PLAN.replace("110100", "110300"))
            .changed("sources/civil.yaml", "unit: 万元", "unit: 人")
            .changed("assessment.yaml", "formats: [html]", "precedence: [civil, planning]")
            .deliver(
                "2023Q4/110000/x.csv",
                "civil/110000/2023Q9/all",
                "2024-01-15",
                "full",
                new byte[0]);

    assertThat(faults(assessment))
        .containsExactly(
            "plans/110100.yaml:6, targets[0].indicator: the scheme has no indicator 'nursing'",
            "plans/110300.yaml, region: '110300' is not in cities.csv; did you mean '110100'?",
            "sources/civil.yaml:13, columns[2].unit: unit '人' cannot be converted into '万元'; fitting"
                + " are 万元 亿元 元 千元 百万元",
            "assessment.yaml:7, precedence: there is no source description 'planning'",
            "data/deliveries.csv:9, slot: 'civil/110000/2023Q9/all' is not"
                + " source/sender/period/part, such as civil_affairs/410000/2023Q4/all");
  }

  @Test
  void namesEveryMissingFileAtOnce() throws IOException {
    SmallAssessment.delivered().without("cities.csv").without("scheme.yaml").write(folder);
    Files.delete(folder.resolve("data/deliveries.csv"));
    String why =
        ": there is no such file; an assessment folder has assessment.yaml, regions/, cities.csv and"
            + " data/deliveries.csv";

    assertThat(faults())
        .containsExactly(
            "assessment.yaml:3, scheme: 'scheme.yaml' is neither a file in the folder nor a shipped"
                + " scheme (contact-cities-2023)",
            "cities.csv" + why,
            "data/deliveries.csv" + why);
  }

  @Test
  void saysWhatAFolderNeedsThatIsNoAssessment() {
    assertThat(faults())
        .containsExactly(
            "assessment.yaml: there is no such file; an assessment folder has assessment.yaml,"
                + " regions/, cities.csv and data/deliveries.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "periods: [2023Q3, 2023Q4] | periods: [2023Q5] | :4, periods: '2023Q5' is not a period such as 2023Q4",
        "periods: [2023Q3, 2023Q4] | periods: [] | :4, periods: at least one period is needed",
        "as_of: 2024-01-31 | as_of: today | :5, as_of: 'today' is not a date such as 2023-12-31",
        "languages: [zh, en] | languages: [fr] | :6, languages: 'fr' is not one of: zh, en",
        "scheme: scheme.yaml | scheme: other-scheme | :3, scheme: 'other-scheme' is neither a file in the folder nor a shipped scheme (contact-cities-2023)",
        "scheme: scheme.yaml | scheme: ../../x | :3, scheme: '../../x' is neither a file in the folder nor a shipped scheme (contact-cities-2023)",
        "name: {zh: 小评估, en: Small assessment} | name: small | :1, name: 'small' must be a group of fields"
      })
  void namesTheFaultsOfTheAssessmentFile(String right, String wrong, String fault) {
    assertThat(faults(SmallAssessment.delivered().changed("assessment.yaml", right, wrong)))
        .contains("assessment.yaml" + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "regions/regions.csv | 110121,东县,,county,110100 | 110101,东县,,county,110100 | regions/regions.csv:5, code: the region's code '110101' stands twice",
        "regions/regions.csv | 110121,东县,,county,110100 | 110121,东县,,county,110900 | regions/: Region '110121' belongs to '110900', which is not in the list",
        "regions/regions.csv | 110000,甲省,First Province,province, | 110000,甲省,First Province,province,110101 | regions/: Region '110000' is its own ancestor by way of '110000'",
        "cities.csv | 110200,,,illustrative, | 110100,,,illustrative, | cities.csv:3, code: '110100' stands twice",
        "cities.csv | 110200,,,illustrative, | 110200,2024-01-01,2023-01-01,illustrative, | cities.csv:3, to: must be after from",
        "sources/items.yaml | id: items | id: civil | sources/items.yaml, id: source 'civil' stands twice or is built in",
        "sources/items.yaml | id: items | id: long | sources/items.yaml, id: source 'long' stands twice or is built in"
      })
  void namesTheFaultsOfTheOtherFiles(String file, String right, String wrong, String fault) {
    assertThat(faults(SmallAssessment.delivered().changed(file, right, wrong))).contains(fault);
  }

  @Test
  void needsRegionsAndCities() {
    SmallAssessment assessment =
        SmallAssessment.delivered()
            .without("regions/regions.csv")
            .file("cities.csv", "code,from,to,membership,note\n");
    assertThat(faults(assessment))
        .containsExactly("regions/: there are no regions", "cities.csv: there are no cities");
  }

  @Test
  void doesNotRepeatTheFaultsOfADescriptionAtEveryDeliveryOfItsKind() {
    assertThat(
            faults(
                SmallAssessment.delivered()
                    .changed("sources/civil.yaml", "layout: wide", "layout: tall")))
        .containsExactly(
            "sources/civil.yaml:4, layout: 'tall' is not one of: wide, long, cross, register");
  }

  @Test
  void refusesToAmendWhatIsAddedUpWhenItIsRead() {
    assertThat(
            faults(
                SmallAssessment.delivered()
                    .changed("sources/visits.yaml", "{code: 代码}", "{code: 代码, digits: 6}")
                    .deliver(
                        "2023Q4/110000/one.csv",
                        "visits/110000/2023Q4/all",
                        "2024-01-15",
                        "amend",
                        new byte[0])))
        .singleElement()
        .asString()
        .startsWith(
            "data/deliveries.csv, mode: 2023Q4/110000/one.csv: rows of the source 'visits' are"
                + " added up to the unit above them (digits)");
  }

  @Test
  void refusesAPlanThatStandsTwice() {
    assertThat(
            faults(
                SmallAssessment.delivered()
                    .file("plans/110100.yaml", PLAN)
                    .file("plans/again.yaml", PLAN)))
        .containsExactly("plans/again.yaml, region: '110100' has a plan already");
  }

  @Test
  void namesLevelsOfTheSchemeThatAreNearlyThoseOfTheListOfRegions() {
    String targets = "target: {at_least: 30, unit: 张/千人, by: 2023Q4}";
    String byLevel =
        "targets: [{at_least: 30, unit: 张/千人, by: 2023Q4, levels: [prefectur]},"
            + " {at_least: 20, unit: 张/千人, by: 2023Q4, levels: [league]}]";
    assertThat(faults(SmallAssessment.delivered().changed("scheme.yaml", targets, byLevel)))
        .containsExactly(
            "small, indicators.beds_per_1000.targets.levels: no region has the level 'prefectur',"
                + " so that the rule never holds; did you mean 'prefecture'?");
  }
}
