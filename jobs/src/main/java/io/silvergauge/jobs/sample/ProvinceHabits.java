package io.silvergauge.jobs.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;

/** How a sender's files look: headings, encoding, line ends, symbols, and how late they come. */
record ProvinceHabits(String sender, Draws draws) {
  private static final String WITH_BYTE_ORDER_MARK = "350000";
  private static final String IN_GB18030 = "430000";
  private static final String WITH_WINDOWS_LINE_ENDS = "440000";
  private static final String WITH_SMALL_AMOUNTS_HIDDEN = "540000";
  private static final double SMALL_AMOUNT = 5;

  /** Provinces that write 0 for a rural statistic of a unit without countryside; others a dash. */
  private static final Set<String> WITH_ZERO_FOR_NOT_APPLICABLE =
      Set.of("210000", "370000", "510000", "610000");

  private static final Set<String> MUNICIPALITIES = Set.of("110000", "120000", "310000", "500000");
  private static final Set<String> AUTONOMOUS_REGIONS =
      Set.of("150000", "450000", "540000", "640000", "650000");

  String header(Column column) {
    return draws.uniform(sender, "headers") < 0.7 ? column.header() : column.otherHeader();
  }

  String totalName() {
    if (MUNICIPALITIES.contains(sender)) {
      return "全市合计";
    }
    if (AUTONOMOUS_REGIONS.contains(sender)) {
      return "全区合计";
    }
    return draws.uniform(sender, "total") < 0.5 ? "合计" : "全省合计";
  }

  String notApplicable() {
    return WITH_ZERO_FOR_NOT_APPLICABLE.contains(sender) ? "0" : "—";
  }

  /** An amount of money as printed; one region shows those below five units as "…". */
  String money(double amount) {
    boolean hidden = sender.equals(WITH_SMALL_AMOUNTS_HIDDEN) && amount < SMALL_AMOUNT;
    return hidden ? "…" : CountyFigures.twoDecimals(amount);
  }

  String lineEnd() {
    return sender.equals(WITH_WINDOWS_LINE_ENDS) ? "\r\n" : "\n";
  }

  byte[] encode(String text) {
    String marked = sender.equals(WITH_BYTE_ORDER_MARK) ? '\ufeff' + text : text;
    Charset charset =
        sender.equals(IN_GB18030) ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    return marked.getBytes(charset);
  }

  /** When a file on this period came: 15 to 25 days after its end, some kinds a few days later. */
  LocalDate received(Span span, int daysLater) {
    int days = 15 + (int) (11 * draws.uniform(sender, "delay"));
    return span.lastDay().plusDays(days + daysLater);
  }
}
