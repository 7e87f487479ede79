package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.FindingKind;
import io.silvergauge.indicators.finding.FindingState;
import io.silvergauge.indicators.outcome.Reason;
import io.silvergauge.indicators.outcome.Verdict;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import io.silvergauge.jobs.ingest.RejectReason;
import io.silvergauge.jobs.star.Dimensions.Coded;
import io.silvergauge.reports.text.Texts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The lists of codes: all that this program knows, and what else a publication of another version
 * names.
 */
final class Codes {
  private final TreeSet<Period> periods = new TreeSet<>();
  private final Map<String, Bilingual> units = new TreeMap<>();
  private final Map<String, Bilingual> reasons = new TreeMap<>();
  private final Map<String, Bilingual> refusals = new TreeMap<>();
  private final Map<String, Bilingual> statuses = new TreeMap<>();
  private final Map<String, Bilingual> verdicts = new TreeMap<>();
  private final Map<String, Bilingual> kinds = new TreeMap<>();
  private final Map<String, Bilingual> states = new TreeMap<>();

  Codes() {
    for (Reason one : Reason.values()) {
      reasons.put(one.code(), one.text());
    }
    for (RejectReason one : RejectReason.values()) {
      refusal(one.name());
    }
    for (ValueStatus one : ValueStatus.values()) {
      String code = one.name().toLowerCase(Locale.ROOT);
      statuses.put(code, said("status." + code, code));
    }
    for (Verdict one : Verdict.values()) {
      verdicts.put(one.code(), one.text());
    }
    for (FindingKind one : FindingKind.values()) {
      kinds.put(one.name().toLowerCase(Locale.ROOT), one.text());
    }
    for (FindingState one : FindingState.values()) {
      states.put(one.code(), one.text());
    }
  }

  void of(IndicatorResult result) {
    unit(result.unit());
    reason(result.reason());
    known(statuses, result.valueStatus());
  }

  void of(Finding finding) {
    unit(finding.unit());
    known(kinds, finding.kind());
    known(states, finding.state());
    period(finding.first());
    period(finding.since());
  }

  void period(String period) {
    if (period != null) {
      periods.add(Period.parse(period));
    }
  }

  void unit(String unit) {
    if (unit != null && !unit.isEmpty()) {
      units.computeIfAbsent(unit, Codes::unitName);
    }
  }

  /** What a unit of measure is called. */
  static Bilingual unitName(String unit) {
    return said("unit." + unit, unit);
  }

  void reason(String reason) {
    known(reasons, reason);
  }

  void refusal(String reason) {
    refusals.computeIfAbsent(reason, key -> said("refused." + reason, reason));
  }

  void verdict(String verdict) {
    known(verdicts, verdict);
  }

  /** All periods in the order of time. */
  List<String> periods() {
    return periods.stream().map(Period::toString).toList();
  }

  /** The lists by their tables. */
  Map<StarTable<Coded>, List<Coded>> lists() {
    Map<StarTable<Coded>, List<Coded>> lists = new LinkedHashMap<>();
    lists.put(Dimensions.UNIT, coded(units));
    lists.put(Dimensions.REASON, coded(reasons));
    lists.put(Dimensions.REFUSAL, coded(refusals));
    lists.put(Dimensions.VALUE_STATUS, coded(statuses));
    lists.put(Dimensions.VERDICT, coded(verdicts));
    lists.put(Dimensions.FINDING_KIND, coded(kinds));
    lists.put(Dimensions.FINDING_STATE, coded(states));
    return lists;
  }

  private static List<Coded> coded(Map<String, Bilingual> list) {
    return list.entrySet().stream()
        .map(one -> new Coded(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(Coded::code))
        .toList();
  }

  private static void known(Map<String, Bilingual> list, String code) {
    if (code != null) {
      list.putIfAbsent(code, Bilingual.same(code));
    }
  }

  private static Bilingual said(String key, String code) {
    return new Bilingual(said(Language.ZH, key, code), said(Language.EN, key, code));
  }

  private static String said(Language language, String key, String code) {
    String said = Texts.of(language).all().getOrDefault(key, "");
    return said.isEmpty() ? code : said;
  }
}
