package io.silvergauge.jobs.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextRowsTest {
  private static final String[] PIECES = {
    ",", ",", "\n", "\n", "\r", "\r\n", " ", "\t", "1", "12.5", "郑州", "　", "a;b", "𠀀", "\u0001"
  };

  private static List<SheetRow> all(CsvSheet sheet) throws UnreadableFileException {
    List<SheetRow> rows = new ArrayList<>();
    try (Rows from = sheet.open()) {
      for (Optional<SheetRow> row = from.next(); row.isPresent(); row = from.next()) {
        rows.add(row.get());
        assertThat(from.given()).isEqualTo(rows.size());
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void giveWhatCommonsCsvGives(String encoding) throws UnreadableFileException {
    Charset charset = Charset.forName(encoding);
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    SourceDescription.Encoding as =
        utf8 ? SourceDescription.Encoding.UTF_8 : SourceDescription.Encoding.GB18030;
    Random random = new Random(20261123);
    for (int turn = 0; turn < 3_000; turn++) {
      StringBuilder text = new StringBuilder(utf8 && turn % 5 == 0 ? "\uFEFF" : "");
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      byte[] content = text.toString().getBytes(charset);
      CsvSheet plain = new CsvSheet("", content, as, ',');
      CsvSheet general =
          new CsvSheet("", () -> StrictText.open(content, as), () -> ',', 0, Optional.empty());

      assertThat(plain.plain()).isPresent();
      assertThat(all(plain)).as(text.toString()).isEqualTo(all(general));
    }
  }
}
