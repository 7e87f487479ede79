package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Homes;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SchemaFiles;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file that nobody has described to rows that are accepted. */
class DescribeCommandTest {
  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void write() {
    folder = new SmallAssessment().without("sources/civil.yaml").write(temp.resolve("a"));
  }

  private Path data(String name) throws IOException {
    Path file = folder.resolve("data/2023Q4/110000/" + name);
    Files.createDirectories(file.getParent());
    return file;
  }

  /** Describes the file, saves the description unchanged, validates, and checks the file. */
  private List<String> described(Path file) {
    Cli.Ran described = Cli.run("describe", file, "--id", "strange");
    assertThat(described.err()).isEmpty();
    assertThat(described.status()).isZero();
    assertThat(SchemaFiles.errors("source", SchemaFiles.yaml(described.out())))
        .as(described.out())
        .isEmpty();
    Repository.write(folder.resolve("sources/strange.yaml"), described.out());
    Cli.Ran valid = Cli.run("validate", folder);
    assertThat(valid.err()).as(described.out()).isEmpty();
    assertThat(valid.status()).isZero();
    return Cli.run("check", file).lines();
  }

  @Test
  void repeatsNoNumberOfAPerson() throws IOException {
    Path file = data("13800138000.csv");
    Files.write(file, Repository.utf8("代码,床位数,李四 13800138000\n110101,100,1\n"));

    Cli.Ran described = Cli.run("describe", file, "--assessment", outside());

    assertThat(described.out()).contains("personal data, not shown").doesNotContain("0013");
    assertThat(SchemaFiles.errors("source", SchemaFiles.yaml(described.out()))).isEmpty();
  }

  private Path outside() {
    return new SmallAssessment().write(temp.resolve("b"));
  }

  private static void fill(Row row, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        row.createCell(i).setCellValue(number.doubleValue());
      } else {
        row.createCell(i).setCellValue(cells[i].toString());
      }
    }
  }

  @Test
  void describesAWorkbookWithTitlesMergedHeaderTotalsAndNotes() throws IOException {
    Path file = data("strange.xlsx");
    try (Workbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("四季度");
      fill(sheet.createRow(0), "甲省养老服务情况");
      fill(sheet.createRow(1), "填报单位：甲省民政厅");
      fill(sheet.createRow(2), "行政区划", "养老机构", "", "资金（亿元）", "备注");
      fill(sheet.createRow(3), "", "床位（张）", "其中：护理型床位", "", "");
      sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 3, 3));
      sheet.addMergedRegion(new CellRangeAddress(2, 3, 4, 4));
      fill(sheet.createRow(4), "合计", 400, 200, 0.8, "");
      fill(sheet.createRow(5), "110101", 100, 60, 0.3, "");
      fill(sheet.createRow(6), "110121", 300, 140, 0.5, "");
      fill(sheet.createRow(7), "注：为快报数。");
      workbook.write(out);
    }

    // By hand: two titles, two header rows, the total and the note are set aside.
    assertThat(described(file))
        .containsExactly("1 files: 8 records read, 2 accepted, 0 rejected, 6 set aside");
    String yaml = Repository.text(folder.resolve("sources/strange.yaml"));
    assertThat(yaml)
        .contains("header: {row: 3, rows: 2}")
        .contains("statistic: beds, unit: \"张\"")
        .contains("statistic: nursing_beds, unit: \"张\"")
        .contains("statistic: funds, unit: \"亿元\"")
        .contains("# not matched: \"备注\", no numbers");
  }

  @Test
  void describesATextInAnotherEncodingAndSeparator() throws IOException {
    Path file = data("strange.csv");
    Files.write(
        file,
        "代码;地区;床位;护理型床位;面积\n110101;东区;100;60;5\n110121;东县;…;—;6\n"
            .getBytes(Charset.forName("GB18030")));

    assertThat(described(file))
        .containsExactly("1 files: 3 records read, 2 accepted, 0 rejected, 1 set aside");
    assertThat(Repository.text(folder.resolve("sources/strange.yaml")))
        .contains("encoding: gb18030")
        .contains("separator: \";\"")
        .contains("\"…\": too_small")
        .contains("# not matched: \"面积\", 2 numbers");
  }

  @Test
  void describesATableWithAColumnAPeriod() throws IOException {
    Path file = data("strange.csv");
    Repository.write(
        file, "养老服务,,\n单位：张,,\n指标,2022年四季度,2023年四季度\n床位数,90,100\n#护理型床位,50,60\n机构,3,3\n");

    assertThat(described(file))
        .contains("1 files: 6 records read, 2 accepted, 1 rejected, 3 set aside")
        .anyMatch(line -> line.startsWith("UNKNOWN_STATISTIC") && line.contains("机构"));
  }

  /** By hand: 60 nursing beds of 150 in 110101 and none in 110121; the third row has 51 of 50. */
  @Test
  void describesARegister() throws IOException {
    folder =
        new SmallAssessment()
            .without("sources/civil.yaml")
            .file("scheme.yaml", Homes.SCHEME)
            .write(temp.resolve("register"));
    Path file = data("strange.csv");
    Repository.write(
        file,
        String.join(
                "\n",
                "养老机构名录",
                "行政区划代码,统一社会信用代码,机构名称,类型,床位（张）,其中：护理型床位,开业,备注",
                "110101," + Homes.code(1) + ",甲养老院,公办,100,60,2019-01-01,",
                "110101," + Homes.code(2) + ",乙养老院,民办,50,0,2020-01-01,新",
                "110121," + Homes.code(3) + ",丙养老院,民办,50,—,2020-01-01,")
            + "\n");

    // By hand: a title and the header are set aside.
    assertThat(described(file))
        .containsExactly("1 files: 5 records read, 3 accepted, 0 rejected, 2 set aside");
    assertThat(Repository.text(folder.resolve("sources/strange.yaml")))
        .contains("layout: register", "register: homes", "region: {code: \"行政区划代码\"}")
        .contains("- {header: \"统一社会信用代码\", field: code}  # 信用代码? It tells the rows apart: check")
        .contains("- {header: \"床位（张）\", field: beds, unit: \"张\"}")
        .contains("# not matched: \"机构名称\", no numbers")
        .contains("# no column found for: closed, 停业");
  }

  @Test
  void describesATableWithARowAnObservation() throws IOException {
    Path file = data("strange.csv");
    Repository.write(
        file,
        """
        序号,地区,指标,时期,单位,数值,备注
        1,东区,床位数,2023Q4,张,100,
        2,东区,护理型床位,2023年四季度,张,60,
        3,东县,床位数,2023Q4,百张,3,
        4,东县,机构,2023Q4,个,2,
        """);

    assertThat(described(file))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("UNKNOWN_UNIT") && line.contains("百张"))
        .anyMatch(line -> line.startsWith("UNKNOWN_STATISTIC") && line.contains("机构"))
        .contains("1 files: 5 records read, 2 accepted, 2 rejected, 1 set aside");
    assertThat(Repository.text(folder.resolve("sources/strange.yaml")))
        .contains("layout: long", "period: {column: \"时期\"}", "region: {code: \"地区\"}")
        .contains("    \"床位数\": beds", "    # not matched: \"机构\"")
        .contains("value: {column: \"数值\"}", "unit: {column: \"单位\"}")
        .contains("# not read: \"备注\", no numbers");
  }

  @Test
  void describesATableOfWhatIsInPlace() throws IOException {
    Path file = data("strange.csv");
    Repository.write(file, "区划代码,事项,是否建立\n110100,制度,是\n110200,制度,否\n");

    assertThat(described(file))
        .containsExactly("1 files: 3 records read, 2 accepted, 0 rejected, 1 set aside");
    assertThat(Repository.text(folder.resolve("sources/strange.yaml")))
        .contains("value: {column: \"是否建立\", values: {\"否\": 0, \"是\": 1}}");
  }

  @Test
  void saysWhereNothingMatchesAndWhereAFileIsNoTable() throws IOException {
    Path strange = data("strange.csv");
    Repository.write(strange, "甲,乙\n1,2\n");
    Cli.Ran nothing = Cli.run("describe", strange);
    assertThat(nothing.status()).isEqualTo(3);
    assertThat(nothing.err()).startsWith("no column was matched to a statistic of the scheme");

    Path pdf = data("strange.pdf");
    Repository.write(pdf, "%PDF-1.7");
    Cli.Ran refused = Cli.run("describe", pdf);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("this is a PDF").doesNotContain("Exception");
  }

  @Test
  void needsAnAssessment() {
    Path file = temp.resolve("strange.csv");
    Repository.write(file, "代码,床位\n110101,1\n");
    assertThat(Cli.run("describe", file).status()).isEqualTo(2);
    assertThat(Cli.run("describe", file, "--assessment", folder).status()).isZero();
    assertThat(Cli.run("describe", file, "--assessment", folder, "--id", "Ä").status())
        .isEqualTo(2);
  }
}
