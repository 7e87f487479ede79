package io.silvergauge.jobs.export;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.finding.Finding;
import io.silvergauge.indicators.finding.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of what falls short: all findings, and the ledger 工作台账 by department. */
public final class FindingTables {
  private FindingTables() {}

  /** Every finding: one row each, by city, kind, id; those of other senders last. */
  public static byte[] findings(Evaluation evaluation, Collection<RegionEvaluation> regions) {
    return CsvTables.table(
        List.of(
            "finding",
            "region",
            "period",
            "kind",
            "subject",
            "name_zh",
            "name_en",
            "what_zh",
            "what_en",
            "value",
            "operator",
            "target",
            "gap",
            "unit",
            "places",
            "where",
            "department",
            "by",
            "first",
            "since",
            "due",
            "state",
            "overdue",
            "suggestion_zh",
            "suggestion_en",
            "next_zh",
            "next_en",
            "responses",
            "objection",
            "decision"),
        rows(evaluation, regions).stream().map(one -> finding(evaluation.period(), one)).toList());
  }

  private static List<Object> finding(String period, Finding finding) {
    return Arrays.asList(
        finding.id(),
        finding.region(),
        period,
        finding.kind(),
        finding.subject(),
        finding.name().zh(),
        finding.name().en(),
        finding.what().zh(),
        finding.what().en(),
        finding.value(),
        finding.operator(),
        finding.target(),
        finding.gap(),
        finding.unit(),
        BigDecimal.valueOf(finding.placesCount()),
        finding.places().stream()
            .map(Finding.Place::code)
            .distinct()
            .collect(Collectors.joining("; ")),
        finding.department(),
        finding.by(),
        finding.first(),
        finding.since(),
        finding.due(),
        finding.state(),
        finding.overdue(),
        finding.suggestion().zh(),
        finding.suggestion().en(),
        finding.next().zh(),
        finding.next().en(),
        BigDecimal.valueOf(finding.responses().size()),
        finding.responses().stream().anyMatch(one -> one.kind().equals(Response.OBJECTION))
            ? "yes"
            : "no",
        finding.responses().stream()
            .filter(one -> one.decision() != null)
            .map(Response::decision)
            .findFirst()
            .orElse(null));
  }

  /** What each department has to do: one row a finding, by department, city, due date, id. */
  public static byte[] ledger(Evaluation evaluation, Collection<RegionEvaluation> regions) {
    Map<String, Bilingual> names = new HashMap<>();
    regions.forEach(one -> names.put(one.region().code(), one.region().name()));
    return CsvTables.table(
        List.of(
            "department",
            "city",
            "city_zh",
            "city_en",
            "finding",
            "name_zh",
            "name_en",
            "what_zh",
            "what_en",
            "since",
            "due",
            "state",
            "overdue",
            "next_zh",
            "next_en"),
        rows(evaluation, regions).stream()
            .sorted(
                Comparator.comparing(Finding::department)
                    .thenComparing(Finding::region)
                    .thenComparing(Finding::due, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Finding::id))
            .map(one -> ledger(one, names.getOrDefault(one.region(), Bilingual.EMPTY)))
            .toList());
  }

  private static List<Object> ledger(Finding finding, Bilingual name) {
    return Arrays.asList(
        finding.department(),
        finding.region(),
        name.zh(),
        name.en(),
        finding.id(),
        finding.name().zh(),
        finding.name().en(),
        finding.what().zh(),
        finding.what().en(),
        finding.since(),
        finding.due(),
        finding.state(),
        finding.overdue(),
        finding.next().zh(),
        finding.next().en());
  }

  private static List<Finding> rows(Evaluation evaluation, Collection<RegionEvaluation> regions) {
    List<Finding> rows = new ArrayList<>();
    regions.stream()
        .sorted(Comparator.comparing(one -> one.region().code()))
        .forEach(one -> rows.addAll(one.findings()));
    rows.addAll(evaluation.findings());
    return rows;
  }
}
