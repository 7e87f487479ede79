package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carries out {@code docs/how-to/read-a-new-file}: its table, its commands, its outputs. */
class ReadANewFileTest {
  @TempDir Path temp;

  /** The workbook that the page shows as a table. */
  private static void workbook(String page, Path file) throws IOException {
    try (Workbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("四季度");
      List<String> lines = page.lines().filter(line -> line.matches("\\| [0-9]+ \\|.*")).toList();
      assertThat(lines).hasSize(10);
      for (String line : lines) {
        String[] cells = line.split("\\|", -1);
        Row row = sheet.createRow(Integer.parseInt(cells[1].strip()) - 1);
        for (int i = 2; i < cells.length - 1; i++) {
          fill(row.createCell(i - 2), cells[i].strip());
        }
      }
      sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
      for (int column : new int[] {0, 3, 4}) {
        sheet.addMergedRegion(new CellRangeAddress(2, 3, column, column));
      }
      workbook.write(out);
    }
  }

  private static void fill(Cell cell, String text) {
    if (text.matches("[0-9.]+") && text.length() < 6) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (!text.isEmpty()) {
      cell.setCellValue(text);
    }
  }

  /** The commands of the page, with paths in the assessment's folder. */
  private static List<Object> command(String page, String name, Path folder) {
    String line =
        page.lines()
            .filter(one -> one.startsWith("    silvergauge " + name + " "))
            .findFirst()
            .orElseThrow();
    List<Object> words = new ArrayList<>();
    for (String word : line.strip().replaceFirst(" > .*", "").split(" ", -1)) {
      boolean path = word.equals(".") || word.contains("/");
      words.add(path ? folder.resolve(word).normalize() : word);
    }
    return words.subList(1, words.size());
  }

  @ParameterizedTest
  @CsvSource({"read-a-new-file.md, en", "read-a-new-file.zh-CN.md, zh"})
  void leadsFromAStrangeWorkbookToAcceptedRows(String name, String language) throws IOException {
    String page = Repository.text(Repository.path("docs/how-to").resolve(name));
    Path folder = new SmallAssessment().without("sources/civil.yaml").write(temp);
    Path file = folder.resolve("data/2023Q4/110000/bed_table.xlsx");
    Files.createDirectories(file.getParent());
    workbook(page, file);

    Cli.Ran described = Cli.run(command(page, "describe", folder).toArray());
    assertThat(described.status()).isZero();
    int from = page.indexOf("```yaml\n") + 8;
    String shown = page.substring(from, page.indexOf("```", from));
    assertThat(described.out()).endsWith(shown);

    String unmatched = "  # not matched: \"下拨资金（亿元）\", 4 numbers";
    String line =
        page.lines().filter(one -> one.contains("period: year_to_date}")).findFirst().orElseThrow();
    String mended =
        SmallAssessment.changed(
            SmallAssessment.changed(described.out(), unmatched, line, 1),
            "\"—\": missing",
            "\"—\": not_applicable",
            1);
    Repository.write(folder.resolve("sources/bed_table.yaml"), mended);
    assertThat(Cli.run(command(page, "validate", folder).toArray()).status()).isZero();

    List<Object> check = new ArrayList<>(command(page, "check", folder));
    check.addAll(List.of("--lang", language));
    Cli.Ran checked = Cli.run(check.toArray());
    List<String> said =
        page.lines()
            .filter(
                one -> one.startsWith("    NOT_A_NUMBER") || one.matches("    1 (files:|个文件：).*"))
            .map(String::strip)
            .toList();
    assertThat(said).hasSize(2);
    assertThat(checked.lines()).containsExactlyElementsOf(said);
  }
}
