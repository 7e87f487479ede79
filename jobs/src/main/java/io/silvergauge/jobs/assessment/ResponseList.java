package io.silvergauge.jobs.assessment;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.Response;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.scheme.Plan;
import io.silvergauge.indicators.scheme.Scheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code responses.csv}: what cities say to findings, their objections, and what was decided.
 * Of one finding there is one objection and one decision at most.
 */
final class ResponseList {
  static final String FILE = "responses.csv";

  private static final List<String> COLUMNS =
      List.of("city", "about", "kind", "date", "author", "text_zh", "text_en", "decision");
  private static final Set<String> KINDS =
      new TreeSet<>(Set.of(Response.RESPONSE, Response.OBJECTION, Response.DECISION));
  private static final Set<String> DECISIONS =
      new TreeSet<>(Set.of(Response.UPHELD, Response.REJECTED, Response.CORRECTED));

  private final Set<String> indicators = new TreeSet<>();
  private final RegionTree regions;
  private final Faults faults;
  private final Map<List<String>, LocalDate> said = new HashMap<>();

  private ResponseList(Scheme scheme, Collection<Plan> plans, RegionTree regions, Faults faults) {
    scheme.indicators().forEach(indicator -> indicators.add(indicator.id()));
    plans.forEach(plan -> plan.own().forEach(own -> indicators.add(own.id())));
    this.regions = regions;
    this.faults = faults;
  }

  /** Reads the list; in order of time, as written within a day. */
  static List<Response> read(
      byte[] content, Scheme scheme, Collection<Plan> plans, RegionTree regions, Faults faults) {
    ResponseList list = new ResponseList(scheme, plans, regions, faults);
    List<Response> responses = new ArrayList<>();
    for (CsvList.Row row : CsvList.read(FILE, content, COLUMNS, List.of(), faults)) {
      if (row.isPersonal(faults)) {
        continue;
      }
      responses.add(list.response(row));
    }
    responses.sort(Comparator.comparing(Response::date));
    return responses;
  }

  private Response response(CsvList.Row row) {
    String city = row.text("city");
    if (regions.find(city).isEmpty()) {
      row.fault(faults, "city", Bilingual.of("行政区划中没有“%s”", "there is no region '%s'", city));
    }
    checkAbout(row, city);
    LocalDate date = row.date("date", LocalDate.MIN, faults);
    for (String column : List.of("date", "author")) {
      if (row.text(column).isEmpty()) {
        row.fault(faults, column, new Bilingual("不能为空", "must not be empty"));
      }
    }
    String zh = row.text("text_zh");
    String en = row.text("text_en");
    if (zh.isEmpty() && en.isEmpty()) {
      row.fault(
          faults,
          "text_zh",
          new Bilingual("text_zh 和 text_en 至少填一项", "one of text_zh and text_en must be given"));
    }
    checkRound(row, date);
    return new Response(
        city,
        row.text("about"),
        row.text("kind"),
        new Bilingual(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en),
        row.text("author"),
        date.toString(),
        row.text("decision").isEmpty() ? null : row.text("decision"));
  }

  private void checkAbout(CsvList.Row row, String city) {
    String about = row.text("about");
    boolean finding =
        Arrays.stream(FindingKind.values())
            .anyMatch(kind -> about.startsWith(city + "." + kind.code() + "."));
    if (!finding && !indicators.contains(about)) {
      row.fault(
          faults,
          "about",
          Bilingual.of(
              "“%s”既不是指标，也不是 %s 的问题编号（如 %s.target.…，见 findings.csv）%s",
              "'%s' is neither an indicator nor a finding of %s (such as %s.target.…, see"
                  + " findings.csv)%s",
              about,
              city,
              city,
              Suggestion.nearest(about, indicators)));
    }
  }

  private void checkRound(CsvList.Row row, LocalDate date) {
    String kind = row.text("kind");
    String decision = row.text("decision");
    checkOneOf(row, "kind", kind, KINDS);
    if (kind.equals(Response.DECISION)) {
      checkOneOf(row, "decision", decision, DECISIONS);
    } else if (!decision.isEmpty()) {
      row.fault(
          faults,
          "decision",
          new Bilingual("只有 kind 为 decision 时才填", "stands only where kind is decision"));
    }
    List<String> round = List.of(row.text("city"), row.text("about"), kind);
    if (kind.equals(Response.DECISION)) {
      LocalDate objected =
          said.get(List.of(row.text("city"), row.text("about"), Response.OBJECTION));
      if (objected == null || objected.isAfter(date)) {
        row.fault(
            faults,
            "kind",
            new Bilingual(
                "认定之前须有异议（列在前面，日期不晚于认定）",
                "a decision needs an objection: listed before it, dated no later"));
      }
    }
    if (!kind.equals(Response.RESPONSE) && said.putIfAbsent(round, date) != null) {
      row.fault(
          faults,
          "kind",
          new Bilingual("同一问题只有一轮异议和认定", "of one finding there is one objection and one decision"));
    }
  }

  private void checkOneOf(CsvList.Row row, String column, String value, Set<String> known) {
    if (!known.contains(value)) {
      row.fault(
          faults,
          column,
          Bilingual.of("“%s”无效，可用：%s", "'%s' is not one of: %s", value, String.join(", ", known)));
    }
  }
}
