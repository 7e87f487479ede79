package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.CsvRows;
import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import io.silvergauge.jobs.ingest.FilledForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the scheme to a form, from the form to accepted rows. */
class TemplateCommandTest {
  private static final String BEDS = "民政表";

  @TempDir Path temp;

  private Path folder;
  private Path forms;

  @BeforeEach
  void write() {
    folder = assessment().write(temp.resolve("assessment"));
    forms = temp.resolve("forms");
    Cli.Ran ran = Cli.run("template", folder, "--to", forms);
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.lines()).containsExactly("Wrote 4 forms: " + forms);
  }

  /** Beds are counted from a register, so that the table of civil affairs asks for funds only. */
  private static SmallAssessment assessment() {
    return new SmallAssessment().file("scheme.yaml", Homes.SCHEME);
  }

  private byte[] form(String name) {
    return Repository.bytes(forms.resolve(name));
  }

  /** Puts a filled form where it belongs and checks it. */
  private List<String> check(String source, byte[] form) {
    return check("2023Q4/110000/" + source + ".xlsx", form, "check");
  }

  private List<String> check(String path, byte[] form, String command) {
    Path file = folder.resolve("data").resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, form);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Cli.run(command, file).lines();
  }

  private byte[] typed(Consumer<FilledForm> typed) {
    return FilledForm.of(form("form-110000-2023Q4.xlsx"), typed);
  }

  @Test
  void writesAFormOfFiguresAndOneOfEachRegisterForEachProvince() {
    assertThat(Repository.files(forms).stream().map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrder(
            "form-110000-2023Q4.xlsx",
            "form-120000-2023Q4.xlsx",
            "form-homes-110000-2023Q4.xlsx",
            "form-homes-120000-2023Q4.xlsx");
  }

  @Test
  void givesTheSameBytesAgain() {
    Path again = temp.resolve("again");
    assertThat(Cli.run("template", folder, "--to", again).status()).isZero();
    assertThat(Repository.hashes(again)).isEqualTo(Repository.hashes(forms));
  }

  @Test
  void fillsInCodesNamesHeadsAndUnits() {
    typed(
        form -> {
          assertThat(form.text(BEDS, "A4")).isEqualTo("行政区划代码");
          assertThat(form.text(BEDS, "C4")).isEqualTo("资金，1月起累计（万元）");
          assertThat(form.text(BEDS, "C3")).isEqualTo("Funds, since January");
          assertThat(form.text(BEDS, "C5")).isEqualTo("funds");
          List<String> units = new ArrayList<>();
          for (int row = 6; row <= 9; row++) {
            units.add(form.text(BEDS, "A" + row) + form.text(BEDS, "B" + row));
          }
          assertThat(units).containsExactly("110101东区", "110121东县", "110201西一区", "110202西二区");
          assertThat(form.text(BEDS, "A10")).isEmpty();
          assertThat(form.workbook().getSheet(BEDS).getPaneInformation().getHorizontalSplitTopRow())
              .isEqualTo((short) 5);
        });
  }

  @Test
  void letsPeopleTypeOnlyWhatCanBeRead() {
    typed(
        form -> {
          assertThat(rules(form.workbook().getSheet(BEDS)))
              .containsExactly(
                  "C6:C9 OR(C6=\"缺报\",C6=\"数据过小\",C6=\"不适用\",AND(ISNUMBER(C6),C6>=0))");
          assertThat(rules(form.workbook().getSheet("探访表")))
              .contains(
                  "C6:C9 OR(C6=\"缺报\",C6=\"数据过小\",C6=\"不适用\",AND(ISNUMBER(C6),C6>=0,C6=INT(C6)))");
          assertThat(rules(form.workbook().getSheet("事项表 2")))
              .contains(
                  "C6:C7 OR(C6=\"缺报\",C6=\"数据过小\",C6=\"不适用\",AND(ISNUMBER(C6),C6>=0,C6<=100))");
          assertThat(rules(form.workbook().getSheet("事项表"))).contains("D6:D7 \"是,否,不适用,缺报\"");
        });
    FilledForm.of(
        form("form-homes-110000-2023Q4.xlsx"),
        form ->
            assertThat(rules(form.workbook().getSheet("养老机构名录")))
                .contains(
                    "A6:A5001 '行政区划'!$A$2:$A$5", "B6:B5001 LEN(B6)=18", "C6:C5001 \"公办,民办\""));
  }

  private static List<String> rules(XSSFSheet sheet) {
    List<String> rules = new ArrayList<>();
    for (DataValidation rule : sheet.getDataValidations()) {
      rules.add(
          rule.getRegions().getCellRangeAddresses()[0].formatAsString()
              + " "
              + rule.getValidationConstraint().getFormula1());
    }
    return rules;
  }

  @Test
  void readsWhatCameBackWithoutADescriptionAndTakesNoBlankForZero() {
    byte[] back =
        typed(
            form ->
                form.type(BEDS, "C6", 12.5)
                    .type(BEDS, "C7", 0)
                    .type(BEDS, "C8", "数据过小")
                    .type("探访表", "C6", 50)
                    .type("探访表", "D6", 40)
                    .type("事项表", "D6", "是")
                    .type("事项表", "E6", "甲东〔2023〕5号")
                    .type("事项表", "F6", "2023-08-01"));

    // civil affairs and visits: 4 units each; items: 2 cities, in two sheets; others: 4 units.
    // Each of the five sheets has five rows above these.
    assertThat(check("form", back))
        .containsExactly("1 files: 41 records read, 16 accepted, 0 rejected, 25 set aside");

    assertThat(
            Cli.run(
                    "evaluate",
                    folder,
                    "--out",
                    temp.resolve("out"),
                    "--received",
                    "2024-01-15",
                    "--period",
                    "2023Q4")
                .status())
        .isZero();
    assertThat(
            CsvRows.lines(
                temp.resolve("out/current/2023Q4/outcomes.csv"),
                "region",
                "indicator",
                "amount",
                "reason"))
        .contains("110100|policy_in_place|1|", "110200|policy_in_place||input_missing");
  }

  @Test
  void readsTheFormOfARegisterByItsTypedFields() {
    byte[] back =
        FilledForm.of(
            form("form-homes-110000-2023Q4.xlsx"),
            form ->
                form.type("养老机构名录", "A6", "110101")
                    .type("养老机构名录", "B6", Homes.code(1))
                    .type("养老机构名录", "C6", "公办")
                    .type("养老机构名录", "D6", 100)
                    .type("养老机构名录", "E6", 60)
                    .type("养老机构名录", "F6", "2019-01-01")
                    .type("养老机构名录", "A7", "120101")
                    .type("养老机构名录", "B7", Homes.code(2))
                    .type("养老机构名录", "C7", "民办"));

    assertThat(check("form_homes", back))
        .containsExactly(
            "FORM_CHANGED  2023Q4/110000/form_homes.xlsx!养老机构名录, record 7, column"
                + " '行政区划代码/#region': '120101 北区' does not lie in the sender '110000 甲省'; a form is"
                + " for the regions of its sender",
            "1 files: 7 records read, 1 accepted, 1 rejected, 5 set aside");
  }

  /** Who filled it in is nobody's business, be the form read or not. */
  @Test
  void looksThroughTheSheetsFromWhichNoFiguresAreTaken() {
    byte[] signed = typed(form -> form.type("填报说明", "F2", "李四 138 0013 8000"));
    assertThat(check("form", signed))
        .anyMatch(line -> line.startsWith("PERSONAL_DATA  2023Q4/110000/form.xlsx!填报说明: "))
        .noneMatch(line -> line.startsWith("FORM_"))
        .noneMatch(line -> line.contains("0013"));

    byte[] changed =
        typed(form -> form.type(BEDS, "C4", "床位（张）").type(BEDS, "J9", "李四 138 0013 8000"));
    assertThat(check("form", changed))
        .anyMatch(line -> line.startsWith("FORM_CHANGED"))
        .anyMatch(line -> line.startsWith("PERSONAL_DATA  2023Q4/110000/form.xlsx!民政表: "));
  }

  @Test
  void refusesTheFormOfAnotherPeriodSenderOrEdition() {
    byte[] other = form("form-120000-2023Q4.xlsx");
    assertThat(check("2023Q3/110000/form.xlsx", other, "check"))
        .containsExactly(
            unfit("2023Q3/110000", "报送方 Sender", "120000", "110000"),
            unfit("2023Q3/110000", "时期 Period", "2023Q4", "2023Q3"),
            "1 files: 0 records read, 0 accepted, 0 rejected, 0 set aside");
    byte[] mine = form("form-110000-2023Q4.xlsx");
    assessment().changed("scheme.yaml", "edition: \"1\"", "edition: \"2\"").write(folder);
    assertThat(check("form", mine))
        .containsExactly(
            unfit("2023Q4/110000", "版次 Edition", "1", "2"),
            "1 files: 0 records read, 0 accepted, 0 rejected, 0 set aside");
  }

  private static String unfit(String place, String label, String found, String right) {
    return "FORM_UNFIT  %s/form.xlsx: the form's '%s' is '%s', right is '%s'; please fill in the form that was sent out to this sender for this period"
        .formatted(place, label, found, right);
  }

  @Test
  void refusesATableThatIsNoForm() {
    assertThat(check("form", Repository.utf8("代码,床位\n110101,5\n")).get(0))
        .startsWith("FORM_UNFIT  2023Q4/110000/form.xlsx: this is no form of SilverGauge");
  }

  @Test
  void namesHeadsSheetsAndCodesThatWereChanged() {
    List<String> said =
        check(
            "form",
            typed(
                form -> {
                  form.type(BEDS, "C4", "资金（亿元）");
                  form.type("探访表", "B6", "西一区");
                  form.workbook().setSheetName(form.workbook().getSheetIndex("事项表"), "制度");
                }));

    assertThat(said)
        .anySatisfy(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "FORM_CHANGED  2023Q4/110000/form.xlsx!民政表, head '资金（亿元）/funds': its head"
                            + " was changed from '资金，1月起累计（万元）', so the sheet is not read"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "FORM_CHANGED  2023Q4/110000/form.xlsx!探访表, record 6, column"
                            + " '行政区划代码/#region': code and name do not belong together: it is"
                            + " '110101 东区', the row says '西一区'"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "SHEET_MISSING  2023Q4/110000/form.xlsx: its sheet '事项表' is missing"))
        .anySatisfy(line -> assertThat(line).startsWith("NOT_READ  2023Q4/110000/form.xlsx!制度"));
  }

  @Test
  void asksOnlyForWhatIsWanted() {
    Path some = temp.resolve("some");
    Cli.Ran ran =
        Cli.run(
            "template",
            folder,
            "--to",
            some,
            "--sender",
            "120000",
            "--source",
            "visits",
            "--period",
            "2023Q3");
    assertThat(ran.lines()).containsExactly("Wrote 1 forms: " + some);
    FilledForm.of(
        Repository.bytes(some.resolve("form-120000-2023Q3.xlsx")),
        form -> assertThat(form.workbook().getNumberOfSheets()).isEqualTo(2));

    Cli.Ran wrong = Cli.run("template", folder, "--to", some, "--sender", "990000");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.said().get(0))
        .isEqualTo("--sender: '990000' has no contact city; there are 110000 120000");
  }
}
