package io.silvergauge.jobs.ingest;

import io.silvergauge.jobs.read.HeaderText;
import io.silvergauge.jobs.read.NumberText;
import io.silvergauge.jobs.read.PeriodText;
import io.silvergauge.jobs.read.RegionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which columns say of what region and period a row is, as far as that can be seen. */
final class DraftRoles {
  private final DraftColumns columns;
  private final ReadingContext context;
  private final int region;
  private final int name;

  DraftRoles(DraftColumns columns, ReadingContext context) {
    this.columns = columns;
    this.context = context;
    this.region = regionPlace();
    this.name = namePlace();
  }

  /** The column that holds codes or names of regions; -1 for none. */
  int region() {
    return region;
  }

  /** The column that holds the names of regions beside the one that tells them; -1 for none. */
  int name() {
    return name;
  }

  private int regionPlace() {
    List<String> heads = columns.heads();
    int codes = columns.mostly(text -> context.regionEnds().containsKey(text), Set.of());
    if (codes >= 0) {
      return codes;
    }
    int anyName =
        columns.mostly(
            text ->
                !NumberText.isNumber(text)
                    && context.names().find(text, "", Optional.empty())
                        instanceof RegionNames.Found.One,
            Set.of());
    if (anyName >= 0) {
      return anyName;
    }
    for (int place = 0; place < heads.size(); place++) {
      if (isRegionHeader(heads.get(place))) {
        return place;
      }
    }
    return -1;
  }

  static boolean isRegionHeader(String head) {
    return HeaderText.folded(head)
        .toLowerCase(Locale.ROOT)
        .matches("(行政)?(区划|地区)?代码|行政区划|地区|区县|县\\(?市、?区\\)?|region_?code|code");
  }

  private int namePlace() {
    List<String> heads = columns.heads();
    for (int place = 0; place < heads.size(); place++) {
      boolean named =
          HeaderText.folded(heads.get(place))
              .matches("地区(名称)?|行政区(划)?(名称)?|区县(名称)?|名称|单位名称|县\\(?市、?区\\)?");
      if (named && place != region) {
        return place;
      }
    }
    return -1;
  }

  /** The columns headed by a period. */
  List<Integer> periods() {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < columns.heads().size(); place++) {
      if (isPeriod(columns.heads().get(place))) {
        places.add(place);
      }
    }
    return places;
  }

  /** Whether a text is a period of our time. */
  static boolean isPeriod(String text) {
    try {
      int year = PeriodText.parse(text).period().from().getYear();
      return year >= 1949 && year < 2100;
    } catch (PeriodText.NotAPeriodException e) {
      return false;
    }
  }
}
