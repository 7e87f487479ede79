package io.silvergauge.reports.html;

import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.Evaluation.DeliveryRow;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.html.HandoutPage.Cell;
import io.silvergauge.reports.html.HandoutPage.Grid;
import io.silvergauge.reports.html.HandoutPage.Head;
import io.silvergauge.reports.html.HandoutPage.Part;
import io.silvergauge.reports.html.HandoutPage.Row;
import io.silvergauge.reports.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes what a sender is told of its data: what was refused or is doubtful, and what it owes. */
final class FeedbackMaker {
  /** Reasons whose usual remedy is for those who run the program; senders are told another. */
  private static final Set<String> OF_SENDERS =
      Set.of(
          "CELL_ERROR",
          "CELL_NOTE",
          "COLUMN_NOT_READ",
          "DUPLICATE_COLUMN",
          "FILE_CHANGED",
          "FILE_NO_ROWS",
          "FILE_UNREGISTERED",
          "FILE_UNSAFE",
          "FOOTNOTE_MARK",
          "FORM_UNFIT",
          "HEADER_MISSING",
          "IMPOSSIBLE_PERIOD",
          "MISSING_COLUMN",
          "NEGATIVE_VALUE",
          "NOT_A_NUMBER",
          "NOT_READ",
          "NOT_YES_OR_NO",
          "PARTS_NOT_TOTAL",
          "ROW_SHAPE",
          "SHEET_MISSING",
          "UNIT_CONFLICT",
          "UNKNOWN_CHOICE",
          "UNKNOWN_REGION",
          "UNKNOWN_STATISTIC");

  /** How many rows of a file and reason a page lists; all stand in rejects.csv. */
  private static final int LISTED = 200;

  private final Evaluation evaluation;
  private final Evaluation.SenderRow sender;
  private final List<RegionEvaluation> cities = new ArrayList<>();
  private final List<DeliveryRow> files;
  private final List<Sent.Refused> refused;
  private final OwedTables owed;
  private final Written written;
  private final Wording wording;

  FeedbackMaker(Material material, String code, Wording wording, Written written) {
    this.evaluation = material.evaluation();
    this.sender =
        evaluation
            .sender(code)
            .orElseThrow(() -> new IllegalArgumentException("No sender '%s'".formatted(code)));
    material.cities().forEach(cities::add);
    this.files =
        evaluation.deliveries().stream().filter(file -> file.sender().equals(code)).toList();
    List<String> paths = files.stream().map(DeliveryRow::path).toList();
    this.refused =
        material.sent().refused().stream().filter(one -> paths.contains(one.file())).toList();
    this.owed = new OwedTables(material, sender, cities, wording);
    this.wording = wording;
    this.written = written;
  }

  HandoutPage page() {
    List<Part> parts = new ArrayList<>();
    parts.add(Part.of("summary", wording.say("feedback.summary"), summary(), List.of(files())));
    parts.add(Part.of("refused", wording.say("feedback.refused"), refusedLead(), refusedTables()));
    parts.add(doubtful());
    parts.add(owed.part());
    parts.add(
        Part.of(
            "again",
            wording.say("feedback.again"),
            List.of(wording.say("feedback.again.text")),
            List.of()));
    return new HandoutPage(head(), parts);
  }

  private PageHead head() {
    return new Heads(evaluation, wording)
        .handout(
            new Handout.Feedback(sender.code()),
            wording.say("feedback.title", "sender", wording.place(sender.name(), sender.code())),
            List.of(wording.cut(sender.code())),
            written);
  }

  private List<String> summary() {
    List<String> said = new ArrayList<>();
    said.add(
        files.isEmpty()
            ? wording.say("feedback.no.files")
            : wording.say(
                "feedback.files.text",
                "files",
                count(files.size()),
                "read",
                count(files.stream().mapToLong(DeliveryRow::read).sum()),
                "accepted",
                count(files.stream().mapToLong(DeliveryRow::accepted).sum()),
                "rejected",
                count(files.stream().mapToLong(DeliveryRow::rejected).sum()),
                "aside",
                count(files.stream().mapToLong(DeliveryRow::setAside).sum())));
    said.add(
        cities.isEmpty()
            ? wording.say("feedback.no.cities")
            : wording.say(
                "feedback.cities",
                "items",
                wording.list(
                    cities.stream()
                        .map(city -> wording.place(city.region().name(), city.region().code()))
                        .toList())));
    said.add(owed.summary());
    said.add(wording.say("feedback.hidden"));
    return said;
  }

  private Grid files() {
    return new Grid(
        "",
        wording.say("feedback.files.caption"),
        List.of(
            Head.text(wording.say("quality.file"), 0),
            Head.text(wording.say("quality.source"), 42),
            Head.text(wording.say("quality.received"), 24),
            Head.number(wording.say("quality.read"), 14),
            Head.number(wording.say("quality.accepted"), 14),
            Head.number(wording.say("quality.rejected"), 14),
            Head.number(wording.say("quality.set.aside"), 14)),
        files.stream()
            .map(
                file ->
                    Row.of(
                        Cell.of(file.path()),
                        Cell.of(wording.name(file.sourceName())),
                        Cell.of(wording.dates().day(file.received())),
                        Cell.of(count(file.read())),
                        Cell.of(count(file.accepted())),
                        Cell.of(count(file.rejected())),
                        Cell.of(count(file.setAside()))))
            .toList(),
        "");
  }

  private List<String> refusedLead() {
    long faults =
        refused.stream().filter(one -> !one.remark()).mapToLong(Sent.Refused::count).sum();
    long remarks =
        refused.stream().filter(Sent.Refused::remark).mapToLong(Sent.Refused::count).sum();
    List<String> said = new ArrayList<>();
    said.add(
        faults == 0
            ? wording.say("feedback.refused.none")
            : wording.say("feedback.refused.lead", "count", count(faults)));
    if (remarks > 0) {
      said.add(wording.say("feedback.remarks.lead", "count", count(remarks)));
    }
    return said;
  }

  private List<Grid> refusedTables() {
    Map<String, List<Sent.Refused>> reasons = new TreeMap<>();
    refused.forEach(
        one -> reasons.computeIfAbsent(one.reason(), key -> new ArrayList<>()).add(one));
    Grid byReason =
        new Grid(
            wording.say("feedback.reasons"),
            wording.say("feedback.reasons.caption"),
            List.of(
                Head.text(wording.say("refusals.reason"), 42),
                Head.number(wording.say("feedback.count"), 14),
                Head.number(wording.say("comparison.deliveries.files"), 16),
                Head.text(wording.say("feedback.remedy"), 0)),
            reasons.entrySet().stream().map(one -> reason(one.getKey(), one.getValue())).toList(),
            "");
    Grid byFile =
        new Grid(
            wording.say("feedback.places"),
            wording.say("feedback.places.caption", "places", count(Sent.PLACES)),
            List.of(
                Head.text(wording.say("quality.file"), 40),
                Head.text(wording.say("refusals.reason"), 32),
                Head.number(wording.say("feedback.count"), 12),
                Head.text(wording.say("feedback.found"), 0)),
            refused.stream().limit(LISTED).map(this::place).toList(),
            refused.size() > LISTED
                ? wording.say(
                    "feedback.places.cut", "listed", count(LISTED), "all", count(refused.size()))
                : "");
    return List.of(byReason, byFile);
  }

  private Row reason(String reason, List<Sent.Refused> files) {
    return Row.of(
        Cell.of(wording.word("refused", reason))
            .below(reason, files.get(0).remark() ? wording.say("feedback.remark") : ""),
        Cell.of(count(files.stream().mapToLong(Sent.Refused::count).sum())),
        Cell.of(count(files.size())),
        Cell.of(wording.word(OF_SENDERS.contains(reason) ? "sender" : "remedy", reason)));
  }

  private Row place(Sent.Refused one) {
    return Row.of(
        Cell.of(one.file()),
        Cell.of(wording.word("refused", one.reason())).below(one.reason()),
        Cell.of(count(one.count())),
        Cell.of(wording.text(one.messages().get(0)))
            .below(one.messages().stream().skip(1).map(wording::text).toList()));
  }

  /** What checks speak against, and what screens point at, city by city. */
  private Part doubtful() {
    CheckTable checks = new CheckTable(wording);
    ScreenList screens = new ScreenList(evaluation.scheme(), wording);
    List<Row> rows = new ArrayList<>();
    List<String> items = new ArrayList<>();
    List<String> cut = new ArrayList<>();
    long open = 0;
    for (RegionEvaluation city : cities) {
      open += CheckTable.open(city);
      String name = wording.place(city.region().name(), city.region().code());
      for (CityPage.CheckRow check : checks.rows(city)) {
        rows.add(
            Row.of(
                Cell.of(check.unit()).below(name),
                Cell.of(check.kindWord()),
                Cell.of(check.message()).below(check.justification()),
                Cell.of(
                        check.places().isEmpty()
                            ? wording.say("checks.nowhere")
                            : check.places().get(0))
                    .below(check.places().stream().skip(1).toList())));
      }
      if (!checks.cut(city).isEmpty()) {
        cut.add(wording.say("feedback.screen", "city", name, "item", checks.cut(city)));
      }
      for (String item : screens.of(city)) {
        items.add(wording.say("feedback.screen", "city", name, "item", item));
      }
    }
    List<String> lead = new ArrayList<>();
    lead.add(
        open == 0
            ? wording.say("feedback.doubtful.none")
            : wording.say("feedback.doubtful.lead", "count", count(open)));
    lead.addAll(cut);
    if (!items.isEmpty()) {
      lead.add(wording.say("screens.lead"));
    }
    Grid grid =
        new Grid(
            "",
            wording.say("checks.caption"),
            List.of(
                Head.text(wording.say("checks.unit"), 30),
                Head.text(wording.say("checks.kind"), 20),
                Head.text(wording.say("checks.message"), 0),
                Head.text(wording.say("checks.where"), 52)),
            rows,
            "");
    return Part.of("doubtful", wording.say("feedback.doubtful"), lead, List.of(grid)).with(items);
  }

  private String count(long number) {
    return wording.figures().count(number);
  }
}
