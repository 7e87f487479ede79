package io.silvergauge.jobs.audit;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.reports.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Works the figures of a city's HTML report out again from the tables printed in that report, at
 * the printed rounding: values from numerator and denominator, these from the units, verdicts and
 * shortfalls from value and target, scores of dimensions and totals from the scores and weights
 * below them, what stands in two places from each other.
 */
public final class ReportAudit {
  /** What a figure in another unit may be of its quotient; all rows of an indicator alike. */
  private static final List<BigDecimal> FACTORS =
      List.of(
          BigDecimal.ONE,
          BigDecimal.TEN,
          new BigDecimal(100),
          new BigDecimal(1000),
          new BigDecimal(10_000),
          new BigDecimal(100_000));

  private final Document page;
  private final Texts texts;
  private final String suppressed;
  private final Map<String, Element> byId = new HashMap<>();
  private final Map<String, List<String>> links = new HashMap<>();
  private final List<Difference> differences = new ArrayList<>();
  private int checked;
  private int untold;

  /**
   * What an audit found.
   *
   * @param checked how many figures were worked out again
   * @param untold how many the page does not say enough of: scores with something missing that
   *     counts as 0, sums of figures with a note, sums of units of which some are not shown
   * @param differences figures that do not follow
   */
  public record Result(int checked, int untold, List<Difference> differences) {
    public Result {
      differences = List.copyOf(differences);
    }
  }

  /**
   * A figure that does not follow, or that lacks what it should follow from.
   *
   * @param where the figure: its anchor on the page of explanations, or the table
   * @param name what it is called
   * @param said what the report prints and what its tables come to, or which part is not there
   */
  public record Difference(String where, String name, Bilingual said) {}

  private ReportAudit(Document page) {
    this.page = page;
    page.select("[id]").forEach(one -> byId.putIfAbsent(one.id(), one));
    String lang = page.select("html").attr("lang");
    Language language = lang.startsWith("zh") ? Language.ZH : Language.EN;
    this.texts = Texts.of(language);
    this.suppressed = Reason.SUPPRESSED.text().in(language);
  }

  /** Audits a city's report. */
  public static Result of(String html) {
    return new ReportAudit(Jsoup.parse(html)).result();
  }

  private Result result() {
    for (Element row : page.select("table.indicators > tbody > tr")) {
      indicator(row);
    }
    page.select("table.unmet > tbody > tr").forEach(this::missed);
    int column = 1;
    for (String result : List.of("fulfilment", "standing")) {
      if (!page.select("table.dimensions a[href*=#" + result + "-]").isEmpty()) {
        scores(result, column);
        column += 2;
      }
    }
    Result visits = SiteAudit.of(page);
    differences.addAll(visits.differences());
    return new Result(checked + visits.checked(), untold, differences);
  }

  // ---------------------------------------------------------------- figures

  private void indicator(Element row) {
    if (!holds(row, 2, "indicators")) {
      return;
    }
    Element cell = row.child(1);
    String name = row.child(0).select("a").text();
    Optional<Element> found = details(row, "indicators");
    if (found.isEmpty()) {
      return;
    }
    Element details = found.get();
    String shown = cell.select(".value").text();
    Optional<Printed> value = Printed.first(shown);
    List<Printed> ratio = Printed.quantities(cell.select(".value ~ .sub").text());
    if (value.isPresent() && ratio.size() == 2) {
      units(
          name,
          details,
          ratio,
          quotient(key(cell), name, value.get(), ratio.get(0), ratio.get(1), factors(shown)));
    }
    value.ifPresent(
        one -> {
          String again = details.select("summary .behind-value").text();
          same(key(cell), name, one, Printed.first(again));
          verdicts(name, Printed.first(cell.select(".counts").text()).orElse(one), row);
        });
  }

  /** What the unit a figure is printed in says of its factor. */
  private static List<BigDecimal> factors(String shown) {
    if (shown.contains("%")) {
      return List.of(new BigDecimal(100));
    }
    return shown.contains("‰") ? List.of(new BigDecimal(1000)) : FACTORS;
  }

  /**
   * Holds a figure against its quotient.
   *
   * @return those of the factors it follows with, all of them where it follows with none
   */
  private List<BigDecimal> quotient(
      String key, String name, Printed value, Printed of, Printed in, List<BigDecimal> factors) {
    if (in.value().signum() == 0) {
      return factors;
    }
    Printed quotient = of.over(in);
    List<BigDecimal> fitting =
        factors.stream().filter(factor -> value.follows(quotient.times(factor))).toList();
    checked++;
    if (fitting.isEmpty()) {
      String by = factors.size() == 1 ? " × " + factors.get(0).toPlainString() : "";
      BigDecimal worked =
          factors.size() == 1 ? quotient.value().multiply(factors.get(0)) : quotient.value();
      differ(key, name, value, of + " / " + in + by + " = " + worked.toPlainString());
    }
    return fitting.isEmpty() ? factors : fitting;
  }

  /** Each unit's value, and the sums of what the units counted. */
  private void units(
      String name, Element details, List<Printed> ratio, List<BigDecimal> ofTheCity) {
    List<BigDecimal> factors = ofTheCity;
    Printed of = null;
    Printed in = null;
    boolean unsaid = false;
    for (Element row : details.select("table.units > tbody > tr")) {
      List<Printed> parts =
          row.childrenSize() < 5
              ? List.of()
              : Printed.quantities(row.child(3).text() + " " + row.child(4).text());
      unsaid |= row.text().contains(suppressed);
      if (parts.size() == 2) {
        Optional<Printed> value = Printed.first(row.child(2).text());
        if (value.isPresent()) {
          String unit = name + " · " + row.child(0).text();
          factors =
              quotient(key(row.child(2)), unit, value.get(), parts.get(0), parts.get(1), factors);
        }
        of = of == null ? parts.get(0) : of.plus(parts.get(0));
        in = in == null ? parts.get(1) : in.plus(parts.get(1));
      }
    }
    if (unsaid) {
      untold += 2; // what the other units come to tells nothing of the whole
    } else if (of != null) {
      sum(name, details, ratio.get(0), of);
      sum(name, details, ratio.get(1), in);
    }
  }

  /** Where a note says how the figure is made up in time, its units need not add up to it. */
  private void sum(String name, Element details, Printed printed, Printed worked) {
    boolean noted =
        details.select("> dl.facts dt").eachText().contains(texts.say("behind.fact.note"));
    if (noted && !printed.follows(worked)) {
      untold++;
    } else {
      follow("units", name, printed, worked);
    }
  }

  /** What is met reaches its target, what is unmet does not, and falls short by the difference. */
  private void verdicts(String name, Printed value, Element row) {
    for (Element verdict : row.select(".verdict.met, .verdict.unmet, .verdict.not_due")) {
      Element cell = verdict.closest("td");
      if (cell == null) {
        lack("indicators", name, "td");
        continue;
      }
      String target = target(cell);
      List<Printed> goals = Printed.all(target);
      boolean least = target.startsWith("≥");
      if (goals.isEmpty() || (!least && !target.startsWith("≤"))) {
        continue;
      }
      Printed goal = goals.get(0);
      int order = value.value().compareTo(goal.value());
      boolean reached = least ? order >= 0 : order <= 0;
      checked++;
      if ((verdict.hasClass("met") && !reached) || (verdict.hasClass("unmet") && reached)) {
        differ(key(cell), name, verdict.text(), value + " · " + target);
      }
      String shortfall =
          verdict.parents().stream() // the nearest first: mostly the cell it stands in
              .map(around -> around.selectFirst("td > .sub.due"))
              .filter(due -> due != null)
              .findFirst()
              .map(Element::text)
              .orElse("");
      Element said = verdict.parent().nextElementSibling();
      String distance = said != null && said.hasClass("due") ? said.text() : shortfall;
      if (verdict.hasClass("unmet") && !distance.equals(target)) {
        Printed away = least ? goal.minus(value) : value.minus(goal);
        Printed.first(distance).ifPresent(one -> follow(key(cell), name, one, away));
      }
    }
  }

  /** The target of a verdict: in its own cell, or in the one before for the plan's. */
  private static String target(Element cell) {
    for (Element sub : cell.select(".sub.due")) {
      if (sub.text().startsWith("≥") || sub.text().startsWith("≤")) {
        return sub.text();
      }
    }
    Element before = cell.previousElementSibling();
    return before != null && before.hasClass("n") ? before.text() : "";
  }

  /** A row of the table of missed targets says what its indicator's row says. */
  private void missed(Element row) {
    if (!holds(row, 4, "unmet")) {
      return;
    }
    Optional<Printed> value = Printed.first(row.child(3).text());
    Optional<Element> details = details(row, "unmet");
    if (value.isPresent() && details.isPresent()) {
      same(
          key(row.child(3)),
          row.child(0).text(),
          value.get(),
          Printed.first(details.get().select("summary .counts").text())
              .or(() -> Printed.first(details.get().select("summary .behind-value").text())));
    }
  }

  // ---------------------------------------------------------------- scores

  private void scores(String result, int column) {
    Map<String, Printed> groups = new LinkedHashMap<>();
    String total = "";
    for (Element row : rows("table.dimensions", column + 1)) {
      Optional<Printed> score = Printed.first(row.child(column).select("a").text());
      boolean withheld = !row.child(column).select(".absent").isEmpty();
      if (score.isPresent() && !withheld) {
        groups.put(row.child(0).text(), score.get());
      }
      total = row.hasClass("total") ? row.child(0).text() : total;
    }
    Map<String, Mean> means = new LinkedHashMap<>();
    for (Element row : rows("table.weights", 3)) {
      means
          .computeIfAbsent(row.child(1).text(), group -> new Mean())
          .add(score(result, row.child(0).text()), weight(row.child(2)), row);
    }
    for (Map.Entry<String, Mean> group : means.entrySet()) {
      compare(result, group.getKey(), groups.get(group.getKey()), group.getValue());
    }
    Mean whole = new Mean();
    for (Element row : rows("#method table.narrow", 2)) {
      Printed score = groups.get(row.child(0).text());
      if (score != null && means.containsKey(row.child(0).text())) {
        whole.add(Optional.of(score), weight(row.child(1)), row);
      }
    }
    compare(result, total, groups.get(total), whole);
    Printed card = groups.get(total);
    Element shown = page.selectFirst(".card .figure a[href*=#" + result + "-total]");
    if (card != null && shown != null) {
      same(result + "-total", total, card, Printed.first(shown.text()));
    }
  }

  private void compare(String result, String name, Printed printed, Mean mean) {
    if (printed == null || mean.weight.signum() == 0) {
      return;
    }
    Printed worked = mean.value();
    if (printed.follows(worked)) {
      checked++;
    } else if (mean.plain()) {
      checked++;
      differ(result, name, printed, worked.value().toPlainString());
    } else {
      untold++;
    }
  }

  /** The score of an indicator in a result, as the facts behind its figure print it. */
  private Optional<Printed> score(String result, String indicator) {
    String label = texts.say("behind.fact." + result);
    for (String link : links().getOrDefault(indicator, List.of())) {
      for (Element fact : facts(link)) {
        if (fact.childrenSize() > 1 && fact.child(0).text().equals(label)) {
          String said = fact.child(1).text();
          return said.matches("[\\d.]+( .*|（.*)?") ? Printed.first(said) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Where what is behind an indicator stands, by the indicator's name. */
  private Map<String, List<String>> links() {
    if (links.isEmpty()) {
      for (Element row : page.select("table.indicators > tbody > tr > th > a")) {
        links.computeIfAbsent(row.text(), name -> new ArrayList<>()).add(row.attr("href"));
      }
    }
    return links;
  }

  private List<Element> facts(String link) {
    Element details = link.startsWith("#") ? byId.get(link.substring(1)) : null;
    return details == null ? List.of() : details.select("> dl.facts > div");
  }

  private static BigDecimal weight(Element cell) {
    return Printed.first(cell.text()).map(Printed::value).orElse(BigDecimal.ZERO);
  }

  /** A weighted mean of what has a score. */
  private final class Mean {
    private Printed sum = new Printed(BigDecimal.ZERO, BigDecimal.ZERO);
    private BigDecimal weight = BigDecimal.ZERO;
    private boolean missing;

    void add(Optional<Printed> score, BigDecimal of, Element row) {
      if (score.isPresent()) {
        sum = sum.plus(score.get().times(of));
        weight = weight.add(of);
      } else if (row.text().endsWith(texts.say("missing.zero"))) {
        missing = true;
      }
    }

    /** Whether nothing was left out of which the page may say elsewhere what it counts. */
    boolean plain() {
      return !missing;
    }

    Printed value() {
      return sum.over(new Printed(weight, BigDecimal.ZERO));
    }
  }

  // ---------------------------------------------------------------- what is not there

  /** The rows of a table that have all their cells; the others are told. */
  private List<Element> rows(String table, int cells) {
    return page.select(table + " > tbody > tr").stream()
        .filter(row -> holds(row, cells, table))
        .toList();
  }

  private boolean holds(Element row, int cells, String table) {
    if (row.childrenSize() < cells) {
      differences.add(
          new Difference(
              table,
              row.text(),
              Bilingual.of(
                  "该行只有 %d 格，至少应有 %d 格",
                  "its row has %d cells, at least %d belong there", row.childrenSize(), cells)));
      return false;
    }
    return true;
  }

  /** What a row's first cell leads to: the facts behind its figure. */
  private Optional<Element> details(Element row, String table) {
    String link = row.child(0).select("a").attr("href");
    Element details = link.startsWith("#") ? byId.get(link.substring(1)) : null;
    if (details == null) {
      lack(table, row.child(0).text(), link.isEmpty() ? "a href" : link);
    }
    return Optional.ofNullable(details);
  }

  private void lack(String where, String name, String part) {
    differences.add(
        new Difference(where, name, Bilingual.of("页面上缺少 %s", "the page lacks %s it needs", part)));
  }

  // ---------------------------------------------------------------- what differs

  private void same(String where, String name, Printed printed, Optional<Printed> elsewhere) {
    checked++;
    if (elsewhere.isEmpty() || elsewhere.get().value().compareTo(printed.value()) != 0) {
      differ(where, name, printed, elsewhere.map(Printed::toString).orElse("–"));
    }
  }

  private void follow(String where, String name, Printed printed, Printed worked) {
    checked++;
    if (!printed.follows(worked)) {
      differ(where, name, printed, worked.value().toPlainString());
    }
  }

  private void differ(String where, String name, Object printed, String worked) {
    differences.add(
        new Difference(
            where,
            name,
            Bilingual.of(
                "报告为 %s，由其表格得出 %s",
                "the report prints %s, its tables come to %s", printed, worked)));
  }

  private static String key(Element cell) {
    String href = cell.select("a.why-link").attr("href");
    return href.substring(href.indexOf('#') + 1);
  }
}
