package io.silvergauge.indicators.evaluation;

import io.silvergauge.indicators.composite.Column;
import io.silvergauge.indicators.composite.Screening;
import io.silvergauge.indicators.document.Bilingual;
import java.util.List;
import java.util.OptionalDouble;

/** Why a city has too few values to be compared at all. */
final class Screened {
  private Screened() {}

  /**
   * The reason in words; empty where the city has enough.
   *
   * @param values of the indicators that apply to it, as reported
   */
  static Bilingual of(Screening screening, List<OptionalDouble> values) {
    if (screening.equals(Screening.NONE) || values.isEmpty()) {
      return Bilingual.EMPTY;
    }
    List<Column> columns = values.stream().map(value -> Column.of(List.of(value))).toList();
    long present = columns.stream().filter(column -> column.has(0)).count();
    long nonZero = columns.stream().filter(column -> column.has(0) && column.at(0) != 0).count();
    return screening.apply(columns).get(0).kept()
        ? Bilingual.EMPTY
        : Bilingual.of(
            "筛查未通过：%d 个指标中 %d 个有数据（至少需 %s%%），其中 %d 个不为零（至少需 %s%%）",
            "screened out: of %d indicators %d have a value (%s %% are asked), and of those %d are"
                + " not nought (%s %% are asked)",
            values.size(),
            present,
            RegionEvaluator.percent(screening.present()),
            nonZero,
            RegionEvaluator.percent(screening.nonZero()));
  }
}
