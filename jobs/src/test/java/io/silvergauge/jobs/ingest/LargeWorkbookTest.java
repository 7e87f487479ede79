package io.silvergauge.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.jobs.Repository;
import io.silvergauge.jobs.SmallAssessment;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet of 200,000 rows and ten columns is read whole in a heap of 512 MB. */
class LargeWorkbookTest {
  private static final int ROWS = 200_000;

  @Test
  void isReadInAHeapOf512Megabytes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large.xlsx");
    write(file);
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(reader.waitFor(120, TimeUnit.SECONDS)).isTrue();
    // By hand: title and header are set aside, three values a row.
    assertThat(said)
        .contains("Account[read=200002, accepted=200000, rejected=0, setAside=2]")
        .contains("observations 600000");
    assertThat(reader.exitValue()).isZero();
  }

  /** Reads a workbook in a process of its own. */
  static final class Reader {
    public static void main(String[] arguments) throws IOException {
      List<Region> regions = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        Bilingual name = new Bilingual("第" + row + "单位", "");
        regions.add(new Region(code(row), name, "county", "", Validity.ALWAYS, ""));
      }
      ReadingContext context = ReadingContext.of(SmallAssessment.scheme(), new RegionTree(regions));
      byte[] content = Files.readAllBytes(Path.of(arguments[0]));
      Batch batch =
          DeliveryReader.read(content, Sent.delivery("civil", content), Sent.civil(), context);
      System.out.println(batch.account());
      System.out.println("observations " + batch.observations().size());
    }
  }

  private static String code(int row) {
    return Integer.toString(200_000 + row);
  }

  private static void write(Path file) throws IOException {
    Map<String, byte[]> parts = Books.unzip(Books.good());
    String sheet = "xl/worksheets/sheet1.xml";
    String text = new String(parts.get(sheet), StandardCharsets.UTF_8);
    int end = text.indexOf("<row r=\"3\"");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        if (part.getKey().equals(sheet)) {
          zip.write(Repository.utf8(wider(text.substring(0, end))));
          for (int row = 0; row < ROWS; row++) {
            zip.write(Repository.utf8(row(row)));
          }
          zip.write(Repository.utf8(text.substring(text.indexOf("</sheetData>"))));
        } else {
          zip.write(part.getValue());
        }
        zip.closeEntry();
      }
    }
  }

  /** The header with five columns more, which the description does not take. */
  private static String wider(String head) {
    StringBuilder more = new StringBuilder();
    for (char column = 'F'; column <= 'J'; column++) {
      more.append("<c r=\"").append(column).append("2\" t=\"inlineStr\"><is><t>备注");
      more.append(column).append("</t></is></c>");
    }
    int at = head.lastIndexOf("</row>");
    return head.substring(0, at) + more + head.substring(at);
  }

  private static String row(int row) {
    int number = row + 3;
    StringBuilder text = new StringBuilder("<row r=\"" + number + "\">");
    text.append("<c r=\"A").append(number).append("\"><v>").append(code(row)).append("</v></c>");
    text.append("<c r=\"B").append(number).append("\" t=\"inlineStr\"><is><t>第");
    text.append(row).append("单位</t></is></c>");
    for (char column = 'C'; column <= 'J'; column++) {
      int value = column == 'D' ? row % 100 : 100 + row * (column - 'B') % 9_000;
      text.append("<c r=\"").append(column).append(number).append("\"><v>");
      text.append(value).append("</v></c>");
    }
    return text.append("</row>").toString();
  }
}
