package io.silvergauge.reports.xlsx;

import static io.silvergauge.reports.xlsx.BookWords.joined;

import io.silvergauge.indicators.evaluation.CheckResult;
import io.silvergauge.indicators.evaluation.Evaluation.DeliveryRow;
import io.silvergauge.indicators.evaluation.Refusals.Refusal;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import io.silvergauge.reports.text.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The delivered files, what checks speak against, and what was refused. */
final class QualitySheets {
  private static final double MESSAGE = 60;
  private static final double FILE = 30;

  private final BookWords words;
  private final Wording wording;

  QualitySheets(BookWords words) {
    this.words = words;
    this.wording = words.wording();
  }

  /** A row a file. */
  Sheet files() {
    return new Sheet(
        words.say("book.files"),
        words.say("book.files.about"),
        List.of(
            Column.of(wording.say("quality.file"), 38),
            Column.of(words.say("book.sender"), 12),
            Column.of(wording.say("quality.source"), 24),
            Column.toned(
                wording.say("quality.data"),
                12,
                words.tones("data", Map.of("synthetic", Tone.CARE))),
            Column.number(wording.say("quality.received")),
            Column.number(wording.say("quality.read")),
            Column.number(wording.say("quality.accepted")),
            Column.number(wording.say("quality.rejected")),
            Column.number(wording.say("quality.set.aside")),
            Column.number(words.say("book.rejected.part")),
            Column.of(wording.say("quality.hash"), 66)),
        1,
        words.evaluation().deliveries().stream().map(this::file).toList());
  }

  private List<Cell> file(DeliveryRow file) {
    return List.of(
        Cell.text(file.path()),
        Cell.text(file.sender()),
        Cell.text(wording.name(file.sourceName())),
        Cell.text(wording.word("data", file.data())),
        Cell.day(file.received()),
        Cell.count(file.read()),
        Cell.count(file.accepted()),
        Cell.count(file.rejected()),
        Cell.count(file.setAside()),
        rejected(file),
        Cell.text(file.sha256()));
  }

  /** Of the records that could have been accepted; nothing where there was none. */
  private static Cell rejected(DeliveryRow file) {
    long data = file.accepted() + file.rejected();
    return data == 0
        ? Cell.NOTHING
        : new Cell.Share(
            BigDecimal.valueOf(file.rejected())
                .divide(BigDecimal.valueOf(data), 6, RoundingMode.HALF_EVEN));
  }

  /** A row a check and unit. */
  Sheet checks(List<RegionEvaluation> cities) {
    Map<String, Tone> kinds =
        words.tones(
            "check", Map.of("error", Tone.BAD, "warning", Tone.CARE, "justified", Tone.GOOD));
    List<List<Cell>> rows = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      city.checks().forEach(check -> rows.add(joined(words.city(city), check(check))));
    }
    return new Sheet(
        words.say("book.checks"),
        words.say("book.checks.about"),
        joined(
            words.cityColumns(),
            List.of(
                Column.of(words.say("book.unit.code"), 11),
                Column.of(wording.say("checks.unit"), 18),
                Column.toned(wording.say("checks.kind"), 14, kinds),
                Column.of(wording.say("checks.message"), MESSAGE),
                Column.of(wording.say("behind.file"), FILE),
                Column.of(words.say("book.sheet"), 14),
                Column.number(words.say("book.record")),
                Column.of(wording.say("behind.column"), 20),
                Column.of(words.say("book.justification"), 40),
                Column.of(words.say("book.id"), 28))),
        2,
        rows);
  }

  private List<Cell> check(CheckResult check) {
    boolean justified = check.justification() != null;
    List<Cell> place =
        check.values().stream()
            .findFirst()
            .map(v -> place(v.file(), v.sheet(), v.row(), v.column()))
            .orElse(place("", null, 0, null));
    return joined(
        List.of(
            Cell.text(check.region()),
            Cell.text(wording.place(check.name(), check.region())),
            Cell.text(wording.word("check", justified ? "justified" : check.severity())),
            Cell.text(wording.text(check.message()))),
        place,
        List.of(
            justified ? Cell.text(wording.text(check.justification().text())) : Cell.NOTHING,
            Cell.text(check.check())));
  }

  /** A row a refusal, as far as the cities' reports list them. */
  Sheet refusals(List<RegionEvaluation> cities) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RegionEvaluation city : cities) {
      if (city.refusals() != null) {
        city.refusals().listed().forEach(one -> rows.add(joined(words.city(city), refusal(one))));
      }
    }
    return new Sheet(
        words.say("book.refusals"),
        words.say(
            "book.refusals.about", "all", wording.figures().count(words.evaluation().rejects())),
        joined(
            words.cityColumns(),
            List.of(
                Column.of(words.say("book.unit.code"), 11),
                Column.of(wording.say("checks.unit"), 18),
                Column.of(wording.say("refusals.reason"), 26),
                Column.of(wording.say("checks.message"), MESSAGE),
                Column.of(wording.say("behind.file"), FILE),
                Column.of(words.say("book.sheet"), 14),
                Column.number(words.say("book.record")),
                Column.of(wording.say("behind.column"), 20))),
        2,
        rows);
  }

  private List<Cell> refusal(Refusal refusal) {
    boolean known = refusal.region() != null;
    return joined(
        List.of(
            known ? Cell.text(refusal.region()) : Cell.NOTHING,
            known
                ? Cell.text(wording.place(refusal.name(), refusal.region()))
                : new Cell.Gap(wording.say("refusals.nowhere")),
            Cell.text(refusal.reason()),
            Cell.text(wording.text(refusal.message()))),
        place(refusal.file(), refusal.sheet(), refusal.row(), refusal.column()));
  }

  private static List<Cell> place(String file, String sheet, long row, String column) {
    return List.of(
        Cell.text(file),
        Cell.text(sheet),
        row == 0 ? Cell.NOTHING : Cell.count(row),
        Cell.text(column));
  }
}
