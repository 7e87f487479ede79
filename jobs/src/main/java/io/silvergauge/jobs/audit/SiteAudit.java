package io.silvergauge.jobs.audit;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.verification.Verified;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Works out again what a report says of visits: the strata from the single visits, the part that
 * holds with its interval from both, the verified value from that part and the reported value, the
 * outcome of the test from the interval, and what it cost from the scores.
 */
final class SiteAudit {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SLACK = new BigDecimal("0.000001");

  private final List<ReportAudit.Difference> differences = new ArrayList<>();
  private int checked;

  private SiteAudit() {}

  /** What was worked out again, and what does not follow. */
  static ReportAudit.Result of(Document page) {
    SiteAudit audit = new SiteAudit();
    for (Element row :
        page.select("table.site-totals > tbody > tr, table.site-costs > tbody > tr")) {
      audit.cost(row);
    }
    page.select("div.site").forEach(audit::site);
    audit.totals(page);
    return new ReportAudit.Result(audit.checked, 0, audit.differences);
  }

  /** What is left of the total after the policy is the total that the report prints elsewhere. */
  private void totals(Document page) {
    List<String> printed =
        page.select("table.dimensions > tbody > tr.total a").eachText().stream()
            .map(SiteAudit::number)
            .toList();
    for (Element row : page.select("table.site-totals > tbody > tr")) {
      if (row.childrenSize() > 2) {
        checked++;
        String after = number(row.child(2).ownText());
        if (!printed.isEmpty() && !printed.contains(after)) {
          differ("site-totals", row.child(0).text(), after, String.join(", ", printed));
        }
      }
    }
  }

  private static String number(String text) {
    return Printed.first(text).map(Printed::toString).orElse("");
  }

  private void cost(Element row) {
    List<Optional<Printed>> cells =
        row.select("td").stream().map(cell -> Printed.first(cell.ownText())).toList();
    if (cells.size() == 3 && cells.stream().allMatch(Optional::isPresent)) {
      follow(
          "site-costs",
          row.child(0).text(),
          cells.get(2).orElseThrow(),
          exact(cells.get(0).orElseThrow().value().subtract(cells.get(1).orElseThrow().value())));
    }
  }

  private void site(Element site) {
    String name = site.select("h3").text();
    Map<String, Integer> sizes = new TreeMap<>();
    Map<String, List<Verified.Look>> looks = new TreeMap<>();
    for (Element row : site.select("table.site-visits > tbody > tr")) {
      if (row.childrenSize() > 4) {
        String stratum = row.child(1).text();
        looks
            .computeIfAbsent(stratum, key -> new ArrayList<>())
            .add(
                new Verified.Look(
                    stratum,
                    value(row.child(2)),
                    value(row.child(3)),
                    row.child(4).select(".verdict.met").size() > 0));
      } else {
        differ("site-visits", name, row.text(), "7");
      }
    }
    for (Element row : site.select("table.site-strata > tbody > tr")) {
      if (row.childrenSize() > 7) {
        String stratum = row.child(1).text();
        sizes.put(stratum, value(row.child(2)).intValue());
        stratum(name, row, looks.getOrDefault(stratum, List.of()));
      } else {
        differ("site-strata", name, row.text(), "8");
      }
    }
    if (sizes.isEmpty()) {
      return; // the public edition prints what a round came to, not what was looked at
    }
    List<Verified.Look> all = new ArrayList<>();
    looks.forEach((stratum, own) -> all.addAll(sizes.containsKey(stratum) ? own : List.of()));
    Element values = site.selectFirst("table.site-values > tbody > tr");
    if (values != null && values.childrenSize() > 3) {
      values(name, values, Verified.of(sizes, all));
    } else {
      differ("site-values", name, site.select("table.site-values").text(), "4");
    }
  }

  private void stratum(String name, Element row, List<Verified.Look> looks) {
    String where = name + " · " + row.child(0).text();
    same(where, row.child(3), BigDecimal.valueOf(looks.size()));
    same(
        where,
        row.child(4),
        BigDecimal.valueOf(looks.stream().filter(Verified.Look::confirmed).count()));
    same(where, row.child(5), sum(looks.stream().map(Verified.Look::reported).toList()));
    same(where, row.child(6), sum(looks.stream().map(Verified.Look::found).toList()));
    int size = value(row.child(2)).intValue();
    part(where, row.child(7), Verified.of(Map.of("", size), unnamed(looks)));
  }

  private static List<Verified.Look> unnamed(List<Verified.Look> looks) {
    return looks.stream()
        .map(look -> new Verified.Look("", look.reported(), look.found(), look.confirmed()))
        .toList();
  }

  private void values(String name, Element row, Verified verified) {
    part(name, row.child(1), verified);
    Optional<Printed> reported = Printed.first(row.child(0).text());
    Optional<Printed> value = Printed.first(row.child(2).select("a").text());
    if (value.isEmpty()) {
      value = Printed.first(row.child(2).ownText());
    }
    if (reported.isPresent() && value.isPresent() && verified.part().isPresent()) {
      BigDecimal part = BigDecimal.valueOf(verified.part().orElseThrow().toDouble());
      follow("site-values", name, value.get(), reported.get().times(part));
    }
    if (reported.isPresent() && verified.low() != null) {
      List<Printed> ends = Printed.all(row.child(2).select(".range").text());
      if (ends.size() == 2) {
        follow(
            "site-values",
            name,
            ends.get(0),
            reported.get().times(BigDecimal.valueOf(verified.low())));
        follow(
            "site-values",
            name,
            ends.get(1),
            reported.get().times(BigDecimal.valueOf(verified.high())));
      }
    }
    Element test = row.child(3).selectFirst(".verdict");
    checked++;
    boolean differs = verified.differs().orElse(false);
    if ((test == null) != verified.differs().isEmpty()
        || (test != null && test.hasClass("unmet") != differs)) {
      differ("site-values", name, row.child(3).text(), verified.low() + " – " + verified.high());
    }
  }

  /** The part that holds in percent, and its interval. */
  private void part(String name, Element cell, Verified verified) {
    Optional<Printed> printed = Printed.first(cell.ownText());
    if (printed.isPresent() && verified.part().isPresent()) {
      follow("site-part", name, printed.get(), percent(verified.part().orElseThrow().toDouble()));
    }
    List<Printed> ends = Printed.all(cell.select(".range").text());
    if (ends.size() == 2 && verified.low() != null) {
      follow("site-part", name, ends.get(0), percent(verified.low()));
      follow("site-part", name, ends.get(1), percent(verified.high()));
    }
    checked++;
    if ((ends.size() == 2) != (verified.low() != null)
        || printed.isPresent() != verified.part().isPresent()) {
      differ("site-part", name, cell.text(), String.valueOf(verified.low()));
    }
  }

  private static Printed percent(double part) {
    return new Printed(BigDecimal.valueOf(part).multiply(HUNDRED, MathContext.DECIMAL64), SLACK);
  }

  private static Printed exact(BigDecimal value) {
    return new Printed(value, BigDecimal.ZERO);
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal value(Element cell) {
    return Printed.first(cell.ownText()).map(Printed::value).orElse(BigDecimal.ZERO);
  }

  private void same(String name, Element cell, BigDecimal worked) {
    follow("site-strata", name, exact(value(cell)), new Printed(worked, SLACK));
  }

  private void follow(String where, String name, Printed printed, Printed worked) {
    checked++;
    if (!printed.follows(worked)) {
      differ(where, name, printed.toString(), worked.value().toPlainString());
    }
  }

  private void differ(String where, String name, String printed, String worked) {
    differences.add(
        new ReportAudit.Difference(
            where,
            name,
            Bilingual.of(
                "报告为 %s，由其表格得出 %s",
                "the report prints %s, its tables come to %s", printed, worked)));
  }
}
