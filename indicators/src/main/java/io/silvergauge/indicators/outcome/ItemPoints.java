package io.silvergauge.indicators.outcome;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.formula.Truth;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.scheme.RegisterMeasure;
import io.silvergauge.indicators.scheme.Sheet;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The points one item gets: the assessors' where they say something, else by the item's own rule;
 * then what bears no date or nothing shows is cut, and what is dated later does not count yet.
 */
final class ItemPoints {
  static final String COUNTED = "counted";
  static final String NOT_APPLICABLE = "not_applicable";
  static final String MISSING = "missing";
  static final String UNKNOWN = "unknown";

  private static final Fraction HUNDRED = Fraction.of(100);

  private final Sheet sheet;
  private final RecordView view;
  private final Period period;

  ItemPoints(Sheet sheet, RecordView view, Period period) {
    this.sheet = sheet;
    this.view = view;
    this.period = period;
  }

  /** What an item came to. */
  record Found(
      String state,
      Optional<Fraction> reached,
      Bilingual why,
      List<Behind.Assessor> assessors,
      Optional<RegisterRecord> record) {
    static Found open(String state, Bilingual why) {
      return new Found(state, Optional.empty(), why, List.of(), Optional.empty());
    }

    static Found nothing(Bilingual why) {
      return new Found(COUNTED, Optional.of(Fraction.ZERO), why, List.of(), Optional.empty());
    }
  }

  /** Points and what decided; without points where it is not known. */
  private record Given(Optional<Fraction> points, Bilingual why) {
    static Given of(Fraction points, Bilingual why) {
      return new Given(Optional.of(points), why);
    }

    static Given unknown(Bilingual why) {
      return new Given(Optional.empty(), why);
    }
  }

  Found of(RegisterMeasure.Item item, RegisterRecord record) {
    List<Behind.Assessor> assessors = assessors(record);
    if ("1".equals(value(record, sheet.notApplicable()))) {
      return new Found(
          NOT_APPLICABLE,
          Optional.empty(),
          new Bilingual("不适用", "it does not apply"),
          assessors,
          Optional.of(record));
    }
    Given given = assessors.isEmpty() ? byRule(item, record) : assessed(item, assessors);
    if (given.points().isPresent()) {
      given = supported(given, record);
    }
    return new Found(
        given.points().isPresent() ? COUNTED : UNKNOWN,
        given.points(),
        given.why(),
        assessors,
        Optional.of(record));
  }

  private List<Behind.Assessor> assessors(RegisterRecord record) {
    List<Behind.Assessor> found = new ArrayList<>();
    for (Sheet.Assessor assessor : sheet.assessors()) {
      String points = value(record, assessor.points());
      if (points != null) {
        found.add(
            new Behind.Assessor(
                value(record, assessor.who()),
                new BigDecimal(points),
                value(record, assessor.reason())));
      }
    }
    return found;
  }

  private Given assessed(RegisterMeasure.Item item, List<Behind.Assessor> assessors) {
    for (Behind.Assessor one : assessors) {
      if (one.points().compareTo(item.points()) > 0) {
        return Given.unknown(
            Bilingual.of(
                "评分 %s 超过满分 %s", "%s points of %s were given", plain(one.points()), item.points()));
      }
    }
    Fraction first = Fraction.of(assessors.get(0).points());
    if (assessors.size() == 1) {
      return Given.of(
          first,
          Bilingual.of("一名评定人评 %s 分", "one assessor gave %s", plain(assessors.get(0).points())));
    }
    Fraction second = Fraction.of(assessors.get(1).points());
    Fraction lower = first.compareTo(second) < 0 ? first : second;
    Fraction higher = lower.equals(first) ? second : first;
    Fraction apart = higher.minus(lower).times(HUNDRED);
    Fraction allowed = Fraction.of(item.points()).times(Fraction.of(sheet.difference().above()));
    Sheet.Then then = apart.compareTo(allowed) > 0 ? sheet.difference().then() : Sheet.Then.MEAN;
    String both = plain(assessors.get(0).points()) + " / " + plain(assessors.get(1).points());
    return switch (then) {
      case MEAN ->
          Given.of(
              first.plus(second).dividedBy(Fraction.of(2)),
              Bilingual.of("两名评定人评 %s，取平均", "the assessors gave %s: their mean", both));
      case LOWER ->
          Given.of(
              lower,
              Bilingual.of(
                  "两名评定人评 %s，相差超过 %s%%，取低者",
                  "the assessors gave %s, more than %s %% apart: the lower",
                  both,
                  plain(sheet.difference().above())));
      case WITHHOLD ->
          Given.unknown(
              Bilingual.of(
                  "两名评定人评 %s，相差超过 %s%%，待复核",
                  "the assessors gave %s, more than %s %% apart: to be settled",
                  both,
                  plain(sheet.difference().above())));
    };
  }

  private Given byRule(RegisterMeasure.Item item, RegisterRecord record) {
    boolean own = !item.credit().isEmpty();
    if (!own && sheet.credit().isEmpty()) {
      return sheet.assessors().isEmpty()
          ? Given.of(Fraction.of(item.points()), new Bilingual("有记录", "it is recorded"))
          : Given.unknown(new Bilingual("尚未评定", "not assessed yet"));
    }
    for (RegisterMeasure.Credit credit : own ? item.credit() : sheet.credit()) {
      Truth holds = view.holds(credit.when(), record);
      if (holds == Truth.UNKNOWN) {
        return Given.unknown(
            Bilingual.of(
                "记录未说明：%s",
                "the record does not say: %s", String.join(", ", credit.when().fields())));
      }
      if (holds == Truth.YES) {
        Bilingual why =
            credit.reason().equals(Bilingual.EMPTY)
                ? Bilingual.same(credit.when().toString())
                : credit.reason();
        Fraction points = Fraction.of(credit.points());
        return Given.of(
            own ? points : points.times(Fraction.of(item.points())).dividedBy(HUNDRED), why);
      }
    }
    return Given.of(Fraction.ZERO, new Bilingual("不具备", "not in place"));
  }

  private Given supported(Given given, RegisterRecord record) {
    Fraction points = given.points().orElseThrow();
    String day = value(record, sheet.dated());
    if (day != null && LocalDate.parse(day).isAfter(period.lastDay())) {
      return Given.of(Fraction.ZERO, Bilingual.of("日期 %s 晚于本期", "dated %s, after the period", day));
    }
    List<Bilingual> lacks = new ArrayList<>();
    if (!sheet.dated().isEmpty() && day == null) {
      lacks.add(new Bilingual("无日期", "no date"));
    }
    if (!sheet.evidence().isEmpty() && value(record, sheet.evidence()) == null) {
      lacks.add(new Bilingual("无佐证", "nothing shows it"));
    }
    if (lacks.isEmpty() || points.signum() == 0) {
      return given;
    }
    Bilingual lack =
        lacks.stream()
            .reduce((left, right) -> Bilingual.of("%s、%s", "%s, %s", left, right))
            .orElseThrow();
    return switch (sheet.unsupported()) {
      case ZERO ->
          Given.of(
              Fraction.ZERO, Bilingual.of("%s；%s，不计分", "%s; %s: no points", given.why(), lack));
      case HALF ->
          Given.of(
              points.dividedBy(Fraction.of(2)),
              Bilingual.of("%s；%s，计一半", "%s; %s: half", given.why(), lack));
      case AS_IS -> Given.of(points, Bilingual.of("%s；%s", "%s; %s", given.why(), lack));
    };
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String value(RegisterRecord record, String field) {
    return field.isEmpty() ? null : record.values().get(field);
  }
}
