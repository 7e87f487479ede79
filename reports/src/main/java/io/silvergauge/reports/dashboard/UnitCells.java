package io.silvergauge.reports.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorResult.UnitResult;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.indicators.evaluation.SchemeView;
import io.silvergauge.indicators.evaluation.SchemeView.IndicatorView;
import io.silvergauge.reports.html.CommonMethod;
import io.silvergauge.reports.text.Figures;
import io.silvergauge.reports.text.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What lies behind a city's figures in the evaluated period: its units, and by indicator what each
 * of them came to, as in {@link IndicatorCells}; an empty text where there is nothing behind.
 */
final class UnitCells {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SchemeView scheme;
  private final DashboardWords words;
  private final Wording plain = new Wording(Language.EN, true);

  UnitCells(SchemeView scheme, DashboardWords words) {
    this.scheme = scheme;
    this.words = words;
  }

  ObjectNode of(RegionEvaluation city) {
    Map<String, UnitResult> names = new LinkedHashMap<>();
    city.indicators()
        .forEach(one -> one.units().forEach(unit -> names.putIfAbsent(unit.code(), unit)));
    ObjectNode units = NODES.objectNode();
    ArrayNode named = units.putArray("names");
    names.forEach((code, unit) -> named.add(words.both(w -> w.place(unit.name(), code))));
    ArrayNode rows = units.putArray("rows");
    for (IndicatorView indicator : scheme.indicators()) {
      rows.add(
          city.indicators().stream()
              .filter(one -> one.id().equals(indicator.id()))
              .findFirst()
              .map(one -> row(indicator, one, List.copyOf(names.keySet())))
              .orElse(""));
    }
    return units;
  }

  private String row(IndicatorView indicator, IndicatorResult result, List<String> codes) {
    if (result.units().isEmpty()) {
      return "";
    }
    Map<String, UnitResult> byCode = new LinkedHashMap<>();
    result.units().forEach(unit -> byCode.put(unit.code(), unit));
    StringJoiner cells = new StringJoiner(",");
    for (String code : codes) {
      cells.add(cell(indicator, byCode.get(code)));
    }
    return cells.toString();
  }

  private String cell(IndicatorView indicator, UnitResult unit) {
    if (unit == null) {
      return "";
    }
    if (unit.amount() == null) {
      return IndicatorCells.absent(words.reason(unit.reason()));
    }
    int decimals =
        CommonMethod.countsUnits(indicator)
            ? Figures.quantityDecimals(unit.amount())
            : CommonMethod.decimals(indicator, plain, unit.amount(), List.of());
    return IndicatorCells.printed(unit.amount(), decimals, indicator.decimals());
  }
}
