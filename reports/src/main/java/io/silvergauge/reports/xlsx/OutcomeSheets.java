package io.silvergauge.reports.xlsx;

import static io.silvergauge.reports.xlsx.BookWords.joined;

import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.JudgementResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.indicators.evaluation.SchemeView.ProfileView;
import io.silvergauge.reports.text.Figures;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What the indicators came to, how that stands to each target, and what the units came to. */
final class OutcomeSheets {
  private static final double UNIT = 12;

  private final BookWords words;
  private final Wording wording;

  OutcomeSheets(BookWords words) {
    this.words = words;
    this.wording = words.wording();
  }

  /** A row a city and indicator. */
  Sheet outcomes(List<RegionEvaluation> cities) {
    return new Sheet(
        words.say("book.outcomes"),
        words.say("book.outcomes.about"),
        joined(
            words.cityColumns(),
            words.indicatorColumns(),
            List.of(
                Column.number(words.say("book.value")),
                Column.number(words.say("book.counts")),
                Column.of(words.say("book.unit"), UNIT),
                Column.number(wording.say("behind.numerator")),
                Column.number(wording.say("behind.denominator")),
                Column.number(words.say("book.units.present")),
                Column.number(words.say("book.units.expected")),
                Column.number(words.say("book.coverage")),
                Column.number(wording.say("indicators.reference")),
                Column.number(words.say("book.age")),
                Column.of(wording.say("behind.fact.status"), 14),
                Column.of(words.say("book.why"), 50))),
        5,
        rows(cities, (indicator, result) -> List.of(outcome(indicator, result))));
  }

  private List<Cell> outcome(IndicatorView indicator, IndicatorResult result) {
    return List.of(
        value(result.amount(), result.reason(), indicator.decimals()),
        result.counts() == null
            ? Cell.NOTHING
            : value(result.counts(), result.reason(), indicator.decimals()),
        Cell.text(words.unit(result.unit())),
        quantity(result.numerator()),
        quantity(result.denominator()),
        Cell.count(result.leavesPresent()),
        Cell.count(result.leavesExpected()),
        Cell.share(result.coverage()),
        Cell.day(result.referenceDate()),
        result.amount() == null ? Cell.NOTHING : Cell.count(result.ageMonths()),
        result.valueStatus() == null
            ? Cell.NOTHING
            : Cell.text(wording.word("status", result.valueStatus())),
        result.detail() == null ? Cell.NOTHING : Cell.text(wording.text(result.detail())));
  }

  /** A row a city, indicator and profile. */
  Sheet judgements(List<RegionEvaluation> cities) {
    return new Sheet(
        words.say("book.judgements"),
        words.say("book.judgements.about"),
        joined(
            words.cityColumns(),
            words.indicatorColumns(),
            List.of(
                Column.of(words.say("book.profile"), 18),
                Column.toned(wording.say("indicators.verdict"), 14, words.verdicts()),
                Column.number(words.say("book.counts")),
                Column.of(words.say("book.operator"), 9),
                Column.number(words.say("book.target")),
                Column.number(words.say("book.upper")),
                Column.number(wording.say("unmet.shortfall")),
                Column.of(words.say("book.unit"), UNIT),
                Column.of(wording.say("unmet.due"), 16),
                words.department())),
        5,
        rows(
            cities,
            (indicator, result) ->
                result.judgements().stream()
                    .map(judgement -> judgement(indicator, result, judgement))
                    .toList()));
  }

  private List<Cell> judgement(
      IndicatorView indicator, IndicatorResult result, JudgementResult judgement) {
    return List.of(
        Cell.text(profile(judgement.profile())),
        Cell.text(wording.verdict(judgement.verdict())),
        value(result.counts(), result.reason(), indicator.decimals()),
        judgement.operator() == null ? Cell.NOTHING : Cell.text(sign(judgement)),
        quantity(judgement.target()),
        quantity(judgement.upper()),
        quantity(judgement.shortfall()),
        Cell.text(words.unit(result.unit())),
        judgement.by() == null ? Cell.NOTHING : Cell.text(wording.dates().period(judgement.by())),
        words.department(indicator.department()));
  }

  /** The sign cannot begin a formula, and a range has none. */
  private static String sign(JudgementResult judgement) {
    if (judgement.upper() != null) {
      return "–";
    }
    return switch (judgement.operator()) {
      case ">=" -> "≥";
      case "<=" -> "≤";
      default -> judgement.operator();
    };
  }

  private String profile(String id) {
    return words.evaluation().scheme().profiles().stream()
        .filter(profile -> profile.id().equals(id))
        .findFirst()
        .map(ProfileView::name)
        .map(wording::name)
        .orElseGet(() -> id.equals("plan") ? words.say("book.profile.plan") : id);
  }

  /** A row a city, indicator and unit behind it. */
  Sheet units(List<RegionEvaluation> cities) {
    Map<String, Tone> meets =
        words.tones("meets", Map.of("yes", Tone.GOOD, "no", Tone.BAD, "unknown", Tone.CARE));
    return new Sheet(
        words.say("book.units"),
        words.say("book.units.about"),
        joined(
            words.cityColumns(),
            words.indicatorColumns(),
            List.of(
                Column.of(words.say("book.unit.code"), 11),
                Column.of(wording.say("behind.unit"), 18),
                Column.number(words.say("book.value")),
                Column.of(words.say("book.unit"), UNIT),
                Column.number(wording.say("behind.numerator")),
                Column.number(wording.say("behind.denominator")),
                Column.toned(wording.say("behind.meets"), 14, meets))),
        5,
        rows(
            cities,
            (indicator, result) ->
                result.units().stream().map(unit -> unit(indicator, result, unit)).toList()));
  }

  private List<Cell> unit(IndicatorView indicator, IndicatorResult result, UnitResult unit) {
    return List.of(
        Cell.text(unit.code()),
        Cell.text(wording.place(unit.name(), unit.code())),
        value(unit.amount(), unit.reason(), indicator.decimals()),
        // Where units are counted, each is measured by something else than the indicator.
        indicator.kind().equals("each_unit") ? Cell.NOTHING : Cell.text(words.unit(result.unit())),
        quantity(unit.numerator()),
        quantity(unit.denominator()),
        unit.meets() == null ? Cell.NOTHING : Cell.text(wording.word("meets", unit.meets())));
  }

  private Cell value(BigDecimal amount, String reason, int decimals) {
    if (amount == null) {
      return new Cell.Gap(wording.reason(reason));
    }
    return new Cell.Figure(amount, Figures.decimals(amount, decimals, v -> v.signum() != 0));
  }

  private static Cell quantity(BigDecimal value) {
    return value == null ? Cell.NOTHING : new Cell.Figure(value, Figures.quantityDecimals(value));
  }

  private List<List<Cell>> rows(
      List<RegionEvaluation> cities,
      BiFunction<IndicatorView, IndicatorResult, List<List<Cell>>> cells) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      SchemeView scheme = words.scheme(city);
      for (IndicatorResult result : city.indicators()) {
        IndicatorView indicator = scheme.indicator(result.id()).orElseThrow();
        for (List<Cell> row : cells.apply(indicator, result)) {
          rows.add(joined(words.city(city), words.indicator(indicator), row));
        }
      }
    }
    return rows;
  }
}
