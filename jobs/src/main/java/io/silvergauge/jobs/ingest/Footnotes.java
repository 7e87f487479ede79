package io.silvergauge.jobs.ingest;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.jobs.assessment.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells of footnote marks: figures are read without them, but what they refer to may matter. */
final class Footnotes {
  /** How many places of one mark are named; all are counted. */
  private static final int SHOWN = 20;

  private Footnotes() {}

  private static final class Places {
    private final MappedRow row;
    private final String column;
    private final List<Bilingual> shown = new ArrayList<>();
    private long count;

    Places(MappedRow row, String column) {
      this.row = row;
      this.column = column;
    }

    void add(MappedRow other, String at) {
      count++;
      if (shown.size() < SHOWN) {
        shown.add(
            Bilingual.of(
                "第 %d 行“%s”", "record %d, column '%s'", other.place().number(), Rejects.shown(at)));
      }
    }

    Bilingual all() {
      Bilingual all = shown.get(0);
      for (Bilingual one : shown.subList(1, shown.size())) {
        all = Bilingual.of("%s、%s", "%s; %s", all, one);
      }
      return count > shown.size() ? Bilingual.of("%s……", "%s; …", all) : all;
    }
  }

  /** A remark for each sheet and mark, at the first of its places. */
  static List<Reject> remarks(Delivery delivery, List<MappedRow> rows) {
    Map<String, Map<String, Places>> bySheet = new TreeMap<>();
    for (MappedRow row : rows) {
      if (!row.isRejected() && !row.isSetAside()) {
        for (MappedRow.Footnote one : row.footnotes()) {
          bySheet
              .computeIfAbsent(row.place().sheet(), sheet -> new TreeMap<>())
              .computeIfAbsent(one.mark(), mark -> new Places(row, one.column()))
              .add(row, one.column());
        }
      }
    }
    List<Reject> remarks = new ArrayList<>();
    bySheet.values().forEach(marks -> marks.forEach((m, p) -> remarks.add(remark(delivery, m, p))));
    return remarks;
  }

  private static Reject remark(Delivery delivery, String mark, Places places) {
    RowPlace place = places.row.place();
    return new Reject(
        delivery.path(),
        place.sheet(),
        place.number(),
        place.line(),
        places.column,
        mark,
        RejectReason.FOOTNOTE_MARK,
        places.row.period(),
        Bilingual.of(
            "%s：脚注标记“%s”出现在 %d 个数值后（%s），已按不带标记的数值读取；请查看脚注是否影响口径",
            "%s: footnote mark '%s' stands behind %d of the figures (%s), which were read without"
                + " it; please see whether the footnote changes what they mean",
            RowPlace.shown(delivery.path(), place.sheet()),
            mark,
            places.count,
            places.all()));
  }
}
