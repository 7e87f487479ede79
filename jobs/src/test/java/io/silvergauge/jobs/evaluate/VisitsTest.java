package io.silvergauge.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.silvergauge.indicators.document.FaultyFilesException;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Edition;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.NodeScore;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SiteCheck;
import io.silvergauge.indicators.explanation.Explainer;
import io.silvergauge.indicators.explanation.Explanation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.scheme.ResultKind;
import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SchemaFiles;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.assessment.AssessmentReader;
import io.silvergauge.jobs.audit.ReportAudit;
import io.silvergauge.jobs.star.DuckTables;
import io.silvergauge.jobs.star.Evaluated;
import io.silvergauge.jobs.star.ParquetStar;
import io.silvergauge.jobs.star.Star;
import io.silvergauge.jobs.store.LocalStorage;
import io.silvergauge.jobs.verification.FieldSheet;
import io.silvergauge.jobs.verification.Frame;
import io.silvergauge.reports.Rendering;
import io.silvergauge.reports.ReportFormat;
import io.silvergauge.reports.Styling;
import io.silvergauge.reports.html.Sent;
import io.silvergauge.reports.html.Written;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What visits found comes back as a delivery. City 110100 reports 200 nursing beds of 400, 50 %, of
 * which 60 are in 110101 and 140 in 110121. Both are looked at: the 60 are there, of the 140 only
 * 70. So 130 ÷ 200 = 65 % of what was reported holds, and 65 % of 50 % is 32.5 %.
 */
class VisitsTest {
  private static final String EVIDENCE = "ab".repeat(32);
  private static final String ROUND =
      "verification: [{sample: visits/sample.json, found: visits/field-sheet.csv, received:"
          + " 2024-02-20}]\n";

  @TempDir static Path temp;

  private static String sample;
  private static String drawn;
  private static byte[] workbook;

  /** Draws both units of 110100 from an evaluation without visits. */
  @BeforeAll
  static void draw() throws IOException {
    SmallRun run = SmallRun.of(SmallAssessment.delivered(), temp.resolve("before"));
    Evaluation evaluation = run.evaluate("2023Q4").evaluations().get("2023Q4");
    Frame frame = Frame.of(evaluation, List.of(city(run)), "nursing_share");
    FieldSheet sheet = new FieldSheet(evaluation, frame, frame.draw(2, 7), 2, 7);
    sample = new String(sheet.record(), StandardCharsets.UTF_8);
    workbook = sheet.xlsx();
    drawn = new String(sheet.csv(), StandardCharsets.UTF_8);
  }

  private static String filled(String first, String second) {
    return drawn
        .replaceFirst("(110101,.*civil.csv #3),,,,,,", "$1," + first)
        .replaceFirst("(110121,.*civil.csv #4),,,,,,", "$1," + second);
  }

  private static String found(String finding, String number) {
    return String.join(",", finding, number, EVIDENCE, "李明", "2024-02-10", "");
  }

  private static SmallAssessment visited(String policy, String sheet) {
    SmallAssessment assessment = SmallAssessment.delivered();
    return assessment
        .file("scheme.yaml", SmallAssessment.SCHEME + policy)
        .file("assessment.yaml", SmallAssessment.ASSESSMENT + ROUND)
        .file("visits/sample.json", sample)
        .file("visits/field-sheet.csv", sheet);
  }

  private static RegionEvaluation city(SmallRun run) {
    try {
      return EvaluationJson.read(
          Files.readAllBytes(run.published("2023Q4/evaluation/110100.json")),
          RegionEvaluation.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IndicatorResult share(RegionEvaluation city) {
    return city.indicators().stream()
        .filter(one -> one.id().equals("nursing_share"))
        .findFirst()
        .orElseThrow();
  }

  private static NodeScore score(RegionEvaluation city, String result, String node) {
    return city.score(result, node).orElseThrow();
  }

  private SmallRun run(String name, String policy, String sheet) {
    SmallRun run = SmallRun.of(visited(policy, sheet), temp.resolve(name)).asOf("2024-02-29");
    run.evaluate("2023Q4");
    return run;
  }

  /**
   * By hand: 32.5 of 100 on the posts, before 50; of 50 asked 32.5 is 65 of 100 towards the plan.
   */
  @Test
  void scoresTheVerifiedValueAndKeepsTheReportedOne() throws IOException {
    SmallRun run =
        run(
            "verified",
            "verification: {usual: use_verified}\n",
            filled(found("confirmed", ""), found("corrected", "70")));
    RegionEvaluation city = city(run);
    IndicatorResult share = share(city);
    SiteCheck site = share.site();

    assertThat(share.amount()).as("what was reported stays").isEqualByComparingTo("50");
    assertThat(share.numerator()).isEqualByComparingTo("200");
    assertThat(share.counts()).isEqualByComparingTo("32.5");
    assertThat(share.valueStatus()).isEqualTo("corrected");
    assertThat(site.part()).isEqualByComparingTo("65");
    assertThat(site.verified()).isEqualByComparingTo("32.5");
    assertThat(site.low()).as("all were looked at").isEqualByComparingTo("32.5");
    assertThat(site.differs()).isTrue();
    assertThat(site.redrawn()).isTrue();
    assertThat(site.applied()).isTrue();
    assertThat(share.judgements().get(0).verdict()).isEqualTo("unmet");
    assertThat(share.judgements().get(0).shortfall()).isEqualByComparingTo("17.5");
    NodeScore standing = score(city, "standing", "nursing_share");
    assertThat(standing.score()).isEqualByComparingTo("32.5");
    assertThat(standing.beforeVisits()).isEqualByComparingTo("50");
    assertThat(standing.interval().low()).isEqualByComparingTo("32.5");
    assertThat(score(city, "standing", "total").beforeVisits())
        .isGreaterThan(score(city, "standing", "total").score());
    assertThat(
            SchemaFiles.errors(
                "region-evaluation",
                SchemaFiles.json(Repository.bytes(run.published("2023Q4/evaluation/110100.json")))))
        .isEmpty();

    assertThat(city.findings())
        .extracting(Finding::id)
        .contains("110100.visit.nursing_share", "110100.target.nursing_share");
    Evaluation evaluation =
        EvaluationJson.read(
            Files.readAllBytes(run.published("2023Q4/evaluation.json")), Evaluation.class);
    Explanation visits =
        new Explainer(evaluation, city)
            .explain(ResultKind.STANDING, "nursing_share").stream()
                .flatMap(VisitsTest::all)
                .filter(one -> one.id().equals("visit.nursing_share.110121.110121"))
                .findFirst()
                .orElseThrow();
    assertThat(visits.facts())
        .extracting(fact -> fact.id() + " " + fact.value().en())
        .contains("found 70", "evidence " + EVIDENCE, "file visits/field-sheet.csv");

    String manifest = Repository.text(run.published("manifest.json"));
    assertThat(manifest).contains("\"visits/field-sheet.csv\"", "\"visits/sample.json\"");
    String page = Repository.text(run.published("2023Q4/reports/110100.en.html"));
    assertThat(page).contains("Verified on site", "the verified value is scored");
    assertThat(ReportAudit.of(page).differences()).isEmpty();
    assertThat(ReportAudit.of(page.replace("65.00", "66.00")).differences())
        .as("a part that does not follow")
        .isNotEmpty();
  }

  /** The tables say which value counts, and what it is of, stratum by stratum. */
  @Test
  void writesWhatCountsAndWhatEachStratumBoreOut() {
    SmallRun run =
        run(
            "tables",
            "verification: {usual: use_verified}\n",
            filled(found("confirmed", ""), found("corrected", "70")));

    assertThat(
            CsvRows.lines(
                run.published("2023Q4/outcomes.csv"), "region", "indicator", "amount", "counts"))
        .contains("110100|nursing_share|50|32.5");
    assertThat(
            CsvRows.lines(
                run.published("2023Q4/visits.csv"),
                "stratum",
                "units",
                "looked",
                "part",
                "reported",
                "verified",
                "applied"))
        .contains("|2|2|65|50|32.5|true");
  }

  /** The exported tables say the same, the public ones without strata and sheet. */
  @Test
  void exportsWhatVisitsBoreOut() throws IOException {
    SmallRun run =
        run(
            "exported",
            "verification: {usual: use_verified}\n",
            filled(found("confirmed", ""), found("corrected", "70")));
    Evaluation evaluation =
        EvaluationJson.read(
            Files.readAllBytes(run.published("2023Q4/evaluation.json")), Evaluation.class);
    String all =
        "select region_key, indicator_key, looked, confirmed, part, reported, verified, counts,"
            + " applied, file from fact_visit";
    String strata = "select region_key, things, looked, reported, found from fact_visit_stratum";

    try (DuckTables tables = exported("ministry", Edition.MINISTRY, evaluation, city(run))) {
      assertThat(tables.rows(all))
          .containsExactly(
              "2023Q4:110100|2023Q4:nursing_share|2|1|65|50|32.5|32.5|true|visits/field-sheet.csv");
      assertThat(tables.rows(strata)).containsExactly("2023Q4:110100|2|2|200|130");
    }
    try (DuckTables tables = exported("open", Edition.PUBLIC, evaluation, city(run))) {
      assertThat(tables.rows(all))
          .containsExactly("2023Q4:110100|2023Q4:nursing_share|2|1|65|50|32.5|32.5|true|");
      assertThat(tables.rows(strata)).isEmpty();
    }
  }

  private static DuckTables exported(
      String folder, Edition edition, Evaluation evaluation, RegionEvaluation city)
      throws IOException {
    Edition.Seen seen = edition.of(evaluation, city);
    Path to = temp.resolve("tables-" + folder);
    try (ParquetStar sink = new ParquetStar(new LocalStorage(to))) {
      Star star = new Star(sink);
      star.add(
          new Evaluated(
              "publication",
              "SilverGauge",
              edition,
              seen.evaluation(),
              List.of(seen.city()),
              Sent.NOTHING));
      star.finish();
      sink.finish();
    }
    return new DuckTables(to);
  }

  /** 300 and 300 of the 400 there are: no share, so what was reported stays. */
  @Test
  void usesNoFindingsThatWouldPassTheWhole() {
    RegionEvaluation city =
        city(
            run(
                "whole",
                "verification: {usual: use_verified}\n",
                filled(found("corrected", "300"), found("corrected", "300"))));

    assertThat(share(city).counts()).isEqualByComparingTo("50");
    assertThat(share(city).site().applied()).isFalse();
    assertThat(share(city).site().reason().en()).contains("above 100 %");
  }

  @Test
  void refusesFindingsOnAnotherSheetThanTheFirst() throws IOException {
    SmallAssessment assessment =
        visited("", "")
            .file(
                "assessment.yaml",
                SmallAssessment.ASSESSMENT + ROUND.replace("field-sheet.csv", "field-sheet.xlsx"));
    Path folder = assessment.write(temp.resolve("second"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(filledWorkbook()))) {
      book.createSheet("续").createRow(4).createCell(0).setCellValue("1");
      book.write(out);
    }
    Files.write(folder.resolve("visits/field-sheet.xlsx"), out.toByteArray());

    assertThat(faultsOf(folder))
        .singleElement()
        .asString()
        .contains("visits/field-sheet.xlsx:5", "sheet '续' is not the first");
  }

  /**
   * What the round came to is for everybody; what was looked at, by whom, and the sheet are not.
   */
  @Test
  void leavesSingleVisitsOutOfThePublicEdition() throws IOException {
    SmallRun run =
        run(
            "public",
            "verification: {usual: use_verified}\n",
            filled(found("confirmed", ""), found("false", "")));
    Evaluation evaluation =
        EvaluationJson.read(
            Files.readAllBytes(run.published("2023Q4/evaluation.json")), Evaluation.class);
    Edition.Seen seen = Edition.PUBLIC.of(evaluation, city(run));
    Rendering by =
        new Rendering(Written.of(List.of(Language.EN), List.of("110100")).alone(), Styling.SHIPPED);
    String page =
        new String(
            ReportFormat.HTML.city(seen.evaluation(), seen.city(), Language.EN, by).orElseThrow(),
            StandardCharsets.UTF_8);

    assertThat(page)
        .contains("Verified on site", "30.00")
        .doesNotContain(EVIDENCE.substring(0, 12), "李明", "field-sheet", "is false");
    assertThat(new String(EvaluationJson.write(seen.city()), StandardCharsets.UTF_8))
        .doesNotContain(EVIDENCE, "李明", "field-sheet");
    assertThat(ReportAudit.of(page).differences()).isEmpty();
  }

  @Test
  void refusesPersonalDataInAFieldSheetWithoutSayingThem() {
    String sheet = filled(found("confirmed", "") + "户主 138 1234 5678", found("corrected", "70"));

    assertThat(faults("personal", visited("", sheet)))
        .singleElement()
        .asString()
        .contains("visits/field-sheet.csv:3, remark")
        .contains("identity or telephone number")
        .doesNotContain("138");
  }

  private static Stream<Explanation> all(Explanation one) {
    return Stream.concat(Stream.of(one), one.below().stream().flatMap(VisitsTest::all));
  }

  /** 60 of 60 and 140 of 140: the sample bears the figure out, and no policy takes hold. */
  @Test
  void marksAFigureThatHoldsAsVerified() {
    RegionEvaluation city =
        city(
            run(
                "holds",
                "verification: {usual: {policy: deduct, points: 5}}\n",
                filled(found("confirmed", ""), found("confirmed", ""))));

    assertThat(share(city).valueStatus()).isEqualTo("verified");
    assertThat(share(city).site().differs()).isFalse();
    assertThat(share(city).site().applied()).isFalse();
    assertThat(score(city, "standing", "total").beforeVisits()).isNull();
    assertThat(city.findings()).extracting(Finding::kind).doesNotContain("visit");
  }

  /** The reported value is scored, and the total of both results loses the points. */
  @Test
  void takesPointsOffTheTotal() {
    RegionEvaluation city =
        city(
            run(
                "deduct",
                "verification: {indicators: {nursing_share: {policy: deduct, points: 5}}}\n",
                filled(found("confirmed", ""), found("not_found", ""))));

    assertThat(share(city).counts()).isEqualByComparingTo("50");
    assertThat(score(city, "standing", "nursing_share").beforeVisits()).isNull();
    NodeScore total = score(city, "standing", "total");
    assertThat(total.beforeVisits().subtract(total.score())).isEqualByComparingTo("5");
  }

  /** A false claim has a finding of its own, and the veto holds the total down. */
  @Test
  void holdsTheTotalDownForAFalseClaim() {
    RegionEvaluation city =
        city(
            run(
                "veto",
                "verification: {usual: {policy: veto, score_at_most: 10}}\n",
                filled(found("confirmed", ""), found("false", ""))));

    assertThat(score(city, "standing", "total").score()).isEqualByComparingTo("10");
    assertThat(score(city, "fulfilment", "total").score()).isEqualByComparingTo("10");
    assertThat(city.findings())
        .extracting(Finding::id)
        .contains("110100.visit.nursing_share.110121");
  }

  /** The county sends the 70 that were found: 130 of 400 are 32.5 %, and all of that holds. */
  @Test
  void costsNothingOnceTheCityPutsItRight() {
    SmallAssessment assessment =
        visited(
            "verification: {usual: {policy: veto, score_at_most: 0}}\n",
            filled(found("confirmed", ""), found("corrected", "70")));
    String table = "养老服务情况表,,,,\n代码,地区,床位数,护理型,资金\n110121,东县,300,70,50\n,合计,,,\n";
    assessment.deliver(
        "2023Q4/110000/civil-amended.csv",
        "civil/110000/2023Q4/all",
        "2024-02-25",
        "amend",
        Repository.utf8(table));
    SmallRun run = SmallRun.of(assessment, temp.resolve("right")).asOf("2024-02-29");
    run.evaluate("2023Q4");
    RegionEvaluation city = city(run);

    assertThat(share(city).amount()).isEqualByComparingTo("32.5");
    assertThat(share(city).site().part()).isEqualByComparingTo("100");
    assertThat(share(city).site().differs()).isFalse();
    assertThat(city.findings()).extracting(Finding::kind).doesNotContain("visit");
  }

  /** The workbook of the sheet says the same as the text. */
  @Test
  void readsTheSheetAsAWorkbook() throws IOException {
    SmallAssessment assessment =
        visited("verification: {usual: use_verified}\n", "")
            .file(
                "assessment.yaml",
                SmallAssessment.ASSESSMENT + ROUND.replace("field-sheet.csv", "field-sheet.xlsx"));
    Path folder = assessment.write(temp.resolve("workbook"));
    Files.write(folder.resolve("visits/field-sheet.xlsx"), filledWorkbook());

    assertThat(AssessmentReader.read(folder).rounds())
        .singleElement()
        .satisfies(
            round -> {
              assertThat(round.visits()).hasSize(2);
              assertThat(round.visits().get(0).date()).isEqualTo("2024-02-10");
              assertThat(round.visits().get(0).sheet()).isEqualTo("核查表 field sheet");
            });
  }

  private static byte[] filledWorkbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      for (int row = 1; row <= 2; row++) {
        book.getSheetAt(0).getRow(row).createCell(11).setCellValue("confirmed");
        book.getSheetAt(0).getRow(row).createCell(13).setCellValue(EVIDENCE);
        book.getSheetAt(0).getRow(row).createCell(14).setCellValue("李明");
        book.getSheetAt(0).getRow(row).createCell(15).setCellValue("2024-02-10");
      }
      book.write(out);
    }
    return out.toByteArray();
  }

  /** What came back after the as-of date does not count yet. */
  @Test
  void countsFromTheDayItCameBack() {
    SmallRun run =
        SmallRun.of(
                visited(
                    "verification: {usual: use_verified}\n",
                    filled(found("confirmed", ""), found("false", ""))),
                temp.resolve("early"))
            .asOf("2024-02-19");
    run.evaluate("2023Q4");

    assertThat(share(city(run)).site()).isNull();
  }

  private static List<String> faults(String name, SmallAssessment assessment) {
    return faultsOf(assessment.write(temp.resolve(name)));
  }

  private static List<String> faultsOf(Path folder) {
    FaultyFilesException faults =
        catchThrowableOfType(FaultyFilesException.class, () -> AssessmentReader.read(folder));
    return Optional.ofNullable(faults).stream()
        .flatMap(all -> all.faults().stream())
        .map(fault -> fault.in(Language.EN))
        .toList();
  }

  @Test
  void namesEveryFaultOfASheetAtOnce() {
    String sheet =
        filled(
                String.join(",", "seen", "", "photo", "", "2024-02-10", ""),
                String.join(",", "corrected", "", EVIDENCE, "李明", "2024-03-01", ""))
            + "3,x,110100,甲东市,110201,,西一区,nursing_share,50,200,,confirmed,,"
            + EVIDENCE
            + ",李明,2024-02-10,\n";

    assertThat(String.join("\n", faults("faulty", visited("", sheet))))
        .contains(
            "'seen' is not one of confirmed, corrected, not_found, false",
            "'photo' must be the SHA-256 of what shows it",
            "must say who was there",
            "'' must be the number that was found",
            "the visit of 2024-03-01 is after the sheet came back, 2024-02-20",
            "'110201' was not drawn");
  }

  @Test
  void refusesASheetOfAnotherSample() {
    String sheet = filled(found("confirmed", ""), found("confirmed", ""));
    SmallAssessment other =
        visited("", sheet)
            .file("visits/sample.json", sample.replace("\"seed\" : 7", "\"seed\" : 8"));

    assertThat(String.join("\n", faults("other", other)))
        .contains("is not what the sample is drawn from, which is '");
  }

  @Test
  void refusesARoundTwiceAndFilesThatAreNotThere() {
    String sheet = filled(found("confirmed", ""), found("confirmed", ""));
    SmallAssessment twice =
        visited("", sheet)
            .file(
                "assessment.yaml",
                SmallAssessment.ASSESSMENT
                    + "verification:\n"
                    + "  - {sample: visits/sample.json, found: visits/field-sheet.csv, received: 2024-02-20}\n"
                    + "  - {sample: visits/sample.json, found: visits/field-sheet.csv, received: 2024-02-20}\n"
                    + "  - {sample: visits/sample.json, found: ../field-sheet.csv, received: 2024-02-20}\n");

    assertThat(String.join("\n", faults("twice", twice)))
        .contains("a figure has one round", "there is no file '../field-sheet.csv'");
  }

  @Test
  void namesUnknownPoliciesOfTheScheme() {
    SmallAssessment wrong =
        SmallAssessment.delivered()
            .file(
                "scheme.yaml",
                SmallAssessment.SCHEME
                    + """
                    verification:
                      usual: use_verifed
                      indicators:
                        nursing_share: deduct
                        nursing_shape: use_verified
                        funds_spent: {policy: veto, node: roof, score_at_most: 0}
                    """);

    assertThat(String.join("\n", faults("policies", wrong)))
        .contains(
            "unknown policy 'use_verifed'; did you mean 'use_verified'?",
            "says how much, for example {policy: deduct, points: 2}",
            "unknown indicator 'nursing_shape'",
            "unknown dimension 'roof'");
  }
}
