package io.silvergauge.jobs.star;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.jobs.star.Dimensions.RegionRow;
import io.silvergauge.reports.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The regions that facts of an evaluation name: its cities, their units, and senders. */
final class Regions {
  private static final String CITY = "city";
  private static final String UNIT = "unit";
  private static final String OTHER = "other";

  private final Evaluated in;
  private final Map<String, RegionRow> rows = new TreeMap<>();

  Regions(Evaluated in) {
    this.in = in;
    for (Evaluation.CityRow city : in.evaluation().cities()) {
      rows.put(city.code(), row(city.code(), city.name(), CITY, null, city));
    }
  }

  /** A unit of a city; one that is evaluated itself stays a city, and says in which it lies. */
  void unit(String code, Bilingual name, String city) {
    RegionRow known = rows.get(code);
    boolean elsewhere = !code.equals(city);
    if (known == null || known.role().equals(OTHER)) {
      rows.put(code, row(code, name, UNIT, city, null));
    } else if (known.within() == null && elsewhere) {
      rows.put(code, row(code, known.name(), known.role(), city, known.city()));
    }
  }

  /** Whoever else is named: a sender, or the region a finding is about. */
  void other(String code) {
    if (!rows.containsKey(code)) {
      Bilingual name =
          in.evaluation()
              .sender(code)
              .map(Evaluation.SenderRow::name)
              .filter(known -> !known.zh().isEmpty() || !known.en().isEmpty())
              .orElse(Bilingual.same(code));
      rows.put(code, row(code, name, OTHER, null, null));
    }
  }

  /** All of them by code. */
  List<RegionRow> all() {
    return List.copyOf(rows.values());
  }

  private RegionRow row(
      String code, Bilingual name, String role, String within, Evaluation.CityRow city) {
    String province = code.matches("[0-9]{6,12}") ? "province." + code.substring(0, 2) : "";
    boolean known = Texts.of(Language.ZH).all().containsKey(province);
    return new RegionRow(
        in,
        code,
        name,
        role,
        within,
        known ? code.substring(0, 2) + "0000" : null,
        known
            ? new Bilingual(
                Texts.of(Language.ZH).say(province), Texts.of(Language.EN).say(province))
            : null,
        city);
  }
}
