package io.silvergauge.reports.xlsx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.Range;

/** Colours that follow the cells when they are sorted or changed: conditional formats. */
final class Colours {
  /** The darker, the higher: fifths of full marks, as in the heat map. */
  private static final List<String> FIFTHS =
      List.of("F3F8F9", "DCEBED", "BFDADE", "9CC6CC", "75AFB7");

  private Colours() {}

  static void lay(Column column, Range cells) {
    String first = cells.toString().replaceAll(":.*", "");
    column.tones().forEach((word, tone) -> lay(cells, first, word, tone));
    if (column.full() > 0) {
      for (int fifth = FIFTHS.size() - 1; fifth >= 0; fifth--) {
        BigDecimal from =
            BigDecimal.valueOf(column.full())
                .multiply(BigDecimal.valueOf(fifth))
                .divide(BigDecimal.valueOf(FIFTHS.size()))
                .stripTrailingZeros();
        cells
            .style()
            .fillColor(FIFTHS.get(fifth))
            .set(
                rule(
                    String.format(
                        Locale.ROOT,
                        "AND(ISNUMBER(%s),%s>=%s)",
                        first,
                        first,
                        from.toPlainString())));
      }
    }
  }

  private static void lay(Range cells, String first, String word, Tone tone) {
    cells
        .style()
        .fillColor(tone.fill())
        .fontColor(tone.ink())
        .set(rule(first + "=\"" + word.replace("\"", "\"\"") + "\""));
  }

  /** The library writes the expression as it stands, so it is escaped here. */
  private static ConditionalFormattingExpressionRule rule(String expression) {
    return new ConditionalFormattingExpressionRule(
        expression.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), true);
  }
}
