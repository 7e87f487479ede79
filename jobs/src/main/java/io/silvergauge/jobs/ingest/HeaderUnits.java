package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Unit;
import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.SourceDescription;
import io.silvergauge.jobs.read.SourceDescription.UnitFrom;
import java.util.List;
import java.util.Optional;

/** In what unit the values of a column are, as description, header and the lines above tell. */
final class HeaderUnits {
  private final HeaderFinder.Found found;
  private final ReadingContext context;
  private final HeaderRejects rejects;

  HeaderUnits(HeaderFinder.Found found, ReadingContext context, HeaderRejects rejects) {
    this.found = found;
    this.context = context;
    this.rejects = rejects;
  }

  /** The unit of a column; none, with a reject, where it is not told or told in two ways. */
  Optional<String> of(SourceDescription.Column column, int place, String fileUnit) {
    String header = found.names().at(place);
    String last = header.substring(header.lastIndexOf('/') + 1);
    String bracket =
        HeaderText.inBrackets(last).flatMap(context.units()::spelled).map(Unit::symbol).orElse("");
    String told =
        switch (column.unitFrom()) {
          case DESCRIPTION -> column.unit();
          case HEADER -> bracket;
          case FILE -> fileUnit;
          case CELL -> "";
        };
    if (column.unitFrom() == UnitFrom.CELL) {
      return Optional.of("");
    }
    String own = context.statistics().get(column.statistic()).unit();
    if (!isUnit(told) || !context.units().convertible(told, own)) {
      rejects.ofColumn(
          header,
          told,
          RejectReason.UNKNOWN_UNIT,
          Bilingual.of(
              "单位“%s”未知或不适用；可用：%s",
              "its unit '%s' is unknown or does not fit; fitting are %s",
              told,
              String.join(" ", context.units().alike(own))));
      return Optional.empty();
    }
    for (String other : List.of(bracket, fileUnit)) {
      boolean against =
          !other.isEmpty()
              && !sameUnit(other, told)
              && (other.equals(bracket)
                  || (bracket.isEmpty() && context.units().convertible(other, told)));
      if (against) {
        rejects.ofColumn(
            header,
            other,
            RejectReason.UNIT_CONFLICT,
            Bilingual.of(
                "来源说明的单位是“%s”，文件写的是“%s”，该列不读取；请更正来源说明",
                "the source description has the unit '%s', the file '%s', so the column is not"
                    + " read; please mend the description",
                told,
                other));
        return Optional.empty();
      }
    }
    return Optional.of(told);
  }

  private boolean isUnit(String text) {
    return context.units().find(text).isPresent();
  }

  private boolean sameUnit(String one, String other) {
    return one.equals(other)
        || (context.units().convertible(one, other)
            && context.units().factor(one, other).equals(Fraction.ONE));
  }

  /** The unit that the lines above tell, if they tell just one that is known. */
  String ofFile() {
    List<String> known =
        found.units().stream()
            .flatMap(unit -> context.units().spelled(unit).stream())
            .map(Unit::symbol)
            .distinct()
            .toList();
    return known.size() == 1 ? known.get(0) : "";
  }
}
