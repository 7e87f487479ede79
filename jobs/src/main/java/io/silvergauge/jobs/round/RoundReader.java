package io.silvergauge.jobs.round;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.document.Suggestion;
import io.silvergauge.indicators.verification.Found;
import io.silvergauge.indicators.verification.Visit;
import io.silvergauge.indicators.verification.VisitRound;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what visits found, the field sheet as it came back, and holds it against the record of the
 * sample: each row something that was drawn, as it was drawn, and once. Every fault of both files
 * comes out at once.
 */
public final class RoundReader {
  private static final List<String> CODES = Stream.of(Found.values()).map(Found::code).toList();

  private final SampleRecord record;
  private final String id;
  private final LocalDate received;
  private final Faults faults;
  private final Map<List<String>, SampleRecord.Drawn> drawn = new HashMap<>();
  private final Map<List<String>, Integer> lines = new HashMap<>();

  private RoundReader(SampleRecord record, String id, LocalDate received, Faults faults) {
    this.record = record;
    this.id = id;
    this.received = received;
    this.faults = faults;
    record.drawn().forEach(one -> drawn.put(key(one), one));
  }

  /**
   * Reads a round.
   *
   * @param sampleFile name of the sample's record, for faults
   * @param sheetFile name of the sheet, for faults
   * @param received day from which on it counts; visits are not later
   * @return empty where the record is none; else with what could be read beside the faults
   */
  public static Optional<VisitRound> read(
      String sampleFile,
      byte[] sample,
      String sheetFile,
      byte[] sheet,
      LocalDate received,
      Faults faults) {
    Optional<SampleRecord> record = SampleRecord.read(sampleFile, sample, faults);
    if (record.isEmpty()) {
      return Optional.empty();
    }
    String id = SampleRecord.id(sample);
    RoundReader reader = new RoundReader(record.get(), id, received, faults);
    List<FilledRows.Filled> rows = FilledRows.read(sheetFile, sheet, faults);
    List<Visit> visits = new ArrayList<>();
    rows.forEach(row -> reader.visit(row).ifPresent(visits::add));
    SampleRecord of = record.get();
    return Optional.of(
        new VisitRound(
            id,
            of.indicator(),
            of.period(),
            of.seed(),
            of.asOf(),
            of.strata(),
            of.drawn().stream().map(one -> new VisitRound.Drawn(one.city(), one.thing())).toList(),
            visits,
            received.toString(),
            new VisitRound.Part(sampleFile, Sha256.of(sample), of.drawn().size()),
            new VisitRound.Part(sheetFile, Sha256.of(sheet), rows.size())));
  }

  private static List<String> key(SampleRecord.Drawn one) {
    return List.of(one.city(), one.region(), one.record() == null ? "" : one.record());
  }

  private Optional<Visit> visit(FilledRows.Filled filled) {
    CsvList.Row row = filled.row();
    int before = faults.count();
    if (row.isPersonal(SampleRecord.FILLED, faults)) {
      return Optional.empty();
    }
    Optional<SampleRecord.Drawn> thing = thing(row);
    String code = row.text("finding");
    if (thing.isEmpty() || code.isEmpty()) {
      checkNothingElse(row, code);
      return Optional.empty(); // not looked at yet
    }
    Optional<Found> found = Found.of(code);
    if (found.isEmpty()) {
      row.fault(
          faults,
          "finding",
          Bilingual.of(
              "“%s”应为：%s%s",
              "'%s' is not one of %s%s",
              code,
              String.join(", ", CODES),
              Suggestion.nearest(code, CODES)));
    }
    String evidence = row.text("evidence_sha256");
    if (!evidence.matches("[0-9a-f]{64}")) {
      row.fault(
          faults,
          "evidence_sha256",
          Bilingual.of(
              "“%s”须为佐证材料的 SHA-256（64 位小写十六进制）",
              "'%s' must be the SHA-256 of what shows it, 64 hexadecimal digits in lower case",
              evidence));
    }
    BigDecimal number = found.map(one -> number(row, one, thing.get())).orElse(BigDecimal.ZERO);
    LocalDate date = date(row);
    if (row.text("by").isEmpty()) {
      row.fault(faults, "by", new Bilingual("须写明核查人", "must say who was there"));
    }
    return faults.count() > before
        ? Optional.empty()
        : Optional.of(
            new Visit(
                thing.get().thing(),
                thing.get().city(),
                thing.get().numerator(),
                found.orElseThrow(),
                number,
                evidence,
                row.text("by"),
                date.toString(),
                row.text("remark"),
                filled.sheet(),
                row.line()));
  }

  /** What was drawn; empty, with faults, where the row is of nothing that was, or not as it was. */
  private Optional<SampleRecord.Drawn> thing(CsvList.Row row) {
    List<String> key = List.of(row.text("city"), row.text("region"), row.text("record"));
    String column = row.text("record").isEmpty() ? "region" : "record";
    SampleRecord.Drawn thing = drawn.get(key);
    if (thing == null) {
      row.fault(
          faults,
          column,
          Bilingual.of(
              "“%s”未被抽中（样本 %s 抽取 %d 个）",
              "'%s' was not drawn (sample %s has %d)",
              row.text(column),
              id,
              record.drawn().size()));
      return Optional.empty();
    }
    Integer before = lines.putIfAbsent(key, row.line());
    if (before != null) {
      row.fault(
          faults,
          column,
          Bilingual.of(
              "“%s”已见于第 %d 行，每个单位只应有一行",
              "'%s' stands on line %d already; a unit has one row", row.text(column), before));
      return Optional.empty();
    }
    boolean same = same(row, "sample", id);
    same &= same(row, "indicator", record.indicator());
    same &= same(row, "reported_numerator", thing.numerator());
    same &=
        same(row, "reported_denominator", thing.denominator() == null ? "" : thing.denominator());
    return same ? Optional.of(thing) : Optional.empty();
  }

  private boolean same(CsvList.Row row, String column, Object right) {
    String text = row.text(column);
    if (right instanceof BigDecimal number ? equal(text, number) : text.equals(right)) {
      return true;
    }
    row.fault(
        faults,
        column,
        Bilingual.of(
            "“%s”与抽样时不符，应为“%s”",
            "'%s' is not what the sample is drawn from, which is '%s'",
            text,
            right instanceof BigDecimal number ? number.toPlainString() : right));
    return false;
  }

  private static boolean equal(String text, BigDecimal number) {
    return decimal(text).map(one -> one.compareTo(number) == 0).orElse(false);
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** What counts of it; for what is corrected the number in the sheet. */
  private BigDecimal number(CsvList.Row row, Found found, SampleRecord.Drawn thing) {
    String text = row.text("found_numerator");
    if (found == Found.CORRECTED) {
      Optional<BigDecimal> number = decimal(text);
      if (number.isEmpty()) {
        row.fault(
            faults,
            "found_numerator",
            Bilingual.of("“%s”应为核实的数值", "'%s' must be the number that was found", text));
      } else if (number.get().compareTo(thing.numerator()) == 0) {
        row.fault(
            faults,
            "found_numerator",
            Bilingual.of(
                "%s 与上报数相同；应填 confirmed",
                "%s is what was reported; then the finding is 'confirmed'", text));
      }
      return number.orElse(BigDecimal.ZERO);
    }
    if (!text.isEmpty()) {
      row.fault(
          faults,
          "found_numerator",
          Bilingual.of(
              "“%s”只应在结果为 corrected 时填写",
              "'%s' stands only where the finding is 'corrected'", text));
    }
    return found == Found.CONFIRMED ? thing.numerator() : BigDecimal.ZERO;
  }

  private LocalDate date(CsvList.Row row) {
    LocalDate date = row.date("date", LocalDate.MIN, faults);
    if (row.text("date").isEmpty()) {
      row.fault(faults, "date", new Bilingual("须写明核查日期", "must be the day of the visit"));
    } else if (date.isAfter(received)) {
      row.fault(
          faults,
          "date",
          Bilingual.of(
              "核查日期 %s 晚于收到日期 %s",
              "the visit of %s is after the sheet came back, %s", date, received));
    } else if (!date.equals(LocalDate.MIN) && date.isBefore(LocalDate.parse(record.asOf()))) {
      row.fault(
          faults,
          "date",
          Bilingual.of(
              "核查日期 %s 早于抽样依据的截至日期 %s",
              "the visit of %s is before the evaluation the sample is drawn from, as of %s",
              date,
              record.asOf()));
    }
    return date;
  }

  /** A row without a finding says nothing at all. */
  private void checkNothingElse(CsvList.Row row, String code) {
    List<String> filled =
        Stream.of("found_numerator", "evidence_sha256")
            .filter(column -> !row.text(column).isEmpty())
            .collect(Collectors.toList());
    if (code.isEmpty() && !filled.isEmpty()) {
      row.fault(
          faults,
          "finding",
          Bilingual.of(
              "已填 %s，但没有核查结果：%s",
              "%s is filled in without a finding, one of %s",
              String.join(", ", filled),
              String.join(", ", CODES)));
    }
  }
}
