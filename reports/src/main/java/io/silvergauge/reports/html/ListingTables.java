package io.silvergauge.reports.html;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.outcome.Behind;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Makes the tables of single things behind a figure: records, items, stages, parts of a share. */
final class ListingTables {
  /** How many records a page lists; all of them stand in {@code records.csv}. */
  private static final int SHOWN = 20;

  private static final String NONE = "–";

  private final Wording wording;

  ListingTables(Wording wording) {
    this.wording = wording;
  }

  List<CityPage.Listing> of(Behind behind) {
    List<CityPage.Listing> listings = new ArrayList<>();
    if (behind == null) {
      return listings;
    }
    String whose =
        behind.subject() == null
            ? ""
            : wording.say(
                "listing.subject", "name", wording.place(behind.subjectName(), behind.subject()));
    if (!behind.parts().isEmpty()) {
      listings.add(parts(behind));
    }
    if (!behind.stages().isEmpty()) {
      listings.add(stages(behind, whose));
    }
    if (!behind.items().isEmpty()) {
      listings.add(items(behind, whose));
    }
    if (!behind.records().isEmpty()) {
      listings.add(records(behind, whose));
    }
    return listings;
  }

  private CityPage.Listing parts(Behind behind) {
    return new CityPage.Listing(
        wording.say("listing.parts"),
        heads("listing.part", "listing.formula", "listing.value"),
        behind.parts().stream()
            .map(
                part ->
                    List.of(
                        wording.word("listing.role", part.role()),
                        part.formula(),
                        number(part.value())))
            .toList(),
        "");
  }

  private CityPage.Listing stages(Behind behind, String whose) {
    List<String> heads = new ArrayList<>(heads("listing.stage", "listing.records"));
    behind.stages().get(0).sums().forEach(sum -> heads.add(wording.text(sum.name())));
    List<List<String>> rows = new ArrayList<>();
    for (Behind.Stage stage : behind.stages()) {
      List<String> row = new ArrayList<>();
      row.add(wording.text(stage.name()));
      row.add(wording.figures().count(stage.records()));
      stage.sums().forEach(sum -> row.add(number(sum.value())));
      rows.add(row);
    }
    return new CityPage.Listing(
        wording.say("listing.stages", "register", name(behind)) + whose, heads, rows, "");
  }

  private CityPage.Listing items(Behind behind, String whose) {
    boolean units = behind.items().stream().map(Behind.Item::region).distinct().count() > 1;
    List<Behind.Item> shown =
        behind.items().stream()
            .filter(
                item ->
                    !units || item.reached() == null || item.reached().compareTo(item.points()) < 0)
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (Behind.Item item : shown.stream().limit(SHOWN).toList()) {
      String points =
          item.reached() == null ? NONE : number(item.reached()) + " / " + number(item.points());
      rows.add(
          List.of(
              units
                  ? wording.text(item.name())
                      + " · "
                      + wording.place(item.regionName(), item.region())
                  : wording.text(item.name()),
              points,
              wording.text(item.why()),
              number(item.self()),
              assessors(item),
              item.dated() == null ? NONE : item.dated(),
              shown(item)));
    }
    return new CityPage.Listing(
        wording.say(units ? "listing.items.short" : "listing.items", "register", name(behind))
            + whose,
        heads(
            "listing.item",
            "listing.points",
            "listing.why",
            "listing.self",
            "listing.assessors",
            "listing.dated",
            "listing.evidence"),
        rows,
        rows.isEmpty()
            ? wording.say(
                "listing.items.full", "count", wording.figures().count(behind.items().size()))
            : more(shown.size() - rows.size()));
  }

  /** What shows an item, and where that was said. */
  private String shown(Behind.Item item) {
    String evidence = item.evidence() == null ? NONE : wording.cut(item.evidence());
    return item.file() == null
        ? evidence
        : wording.say(
            "listing.evidence.at",
            "evidence",
            evidence,
            "place",
            place(item.file(), item.sheet(), item.row()));
  }

  private String place(String file, String sheet, long row) {
    return wording.say(
        sheet == null ? "listing.place" : "listing.place.sheet",
        "file",
        file,
        "sheet",
        sheet == null ? "" : sheet,
        "row",
        wording.figures().count(row));
  }

  private String assessors(Behind.Item item) {
    return item.assessors().isEmpty()
        ? NONE
        : wording.list(
            item.assessors().stream()
                .map(
                    one ->
                        (one.who() == null ? "" : wording.cut(one.who()) + " ")
                            + number(one.points()))
                .toList());
  }

  private CityPage.Listing records(Behind behind, String whose) {
    List<List<String>> rows = new ArrayList<>();
    for (Behind.Listed record : behind.records().stream().limit(SHOWN).toList()) {
      String label = record.name().isEmpty() ? record.id() : record.name();
      rows.add(
          List.of(
              label.isEmpty() ? wording.say("listing.refused") : wording.cut(label),
              wording.place(record.regionName(), record.region()),
              wording.word("listing.state", record.state()),
              asked(record),
              values(record),
              place(record.file(), record.sheet(), record.row())));
    }
    return new CityPage.Listing(
        wording.say("listing.records.caption", "register", name(behind)) + whose,
        heads(
            "listing.record",
            "behind.unit",
            "listing.state.head",
            "listing.asked",
            "listing.values",
            "behind.place"),
        rows,
        more(behind.records().size() + behind.notListed() - rows.size()));
  }

  private String asked(Behind.Listed record) {
    return record.asked().isEmpty()
        ? NONE
        : wording.list(record.asked().stream().map(asked -> wording.text(asked.name())).toList());
  }

  private String values(Behind.Listed record) {
    return record.values().isEmpty()
        ? NONE
        : wording.list(
            record.values().stream()
                .map(
                    value ->
                        wording.text(value.name())
                            + " "
                            + (value.value() == null ? NONE : wording.cut(value.value())))
                .toList());
  }

  private String more(int more) {
    return more > 0 ? wording.say("listing.more", "count", wording.figures().count(more)) : "";
  }

  private String name(Behind behind) {
    Bilingual name = behind.registerName();
    return name == null ? "" : wording.text(name);
  }

  private List<String> heads(String... keys) {
    return List.of(keys).stream().map(key -> wording.say(key)).toList();
  }

  private static String number(BigDecimal value) {
    return value == null ? NONE : value.stripTrailingZeros().toPlainString();
  }
}
