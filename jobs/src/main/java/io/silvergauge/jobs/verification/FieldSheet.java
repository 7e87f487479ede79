package io.silvergauge.jobs.verification;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.evaluation.Evaluation;
import io.silvergauge.indicators.evaluation.EvaluationJson;
import io.silvergauge.indicators.verification.Verified;
import io.silvergauge.jobs.export.CsvTables;
import io.silvergauge.reports.office.FixedZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet evaluators take along: a row a unit to look at, with what was reported and where, and
 * empty cells for what is found. Evidence is named by its hash; the thing itself stays where it is.
 */
public final class FieldSheet {
  /** What can be found of a unit. */
  static final List<String> FINDINGS = List.of("confirmed", "corrected", "not_found", "false");

  private static final List<String> COLUMNS =
      List.of(
          "no",
          "city",
          "city_name",
          "region",
          "name",
          "indicator",
          "reported_numerator",
          "reported_denominator",
          "places",
          "finding",
          "found_numerator",
          "evidence_sha256",
          "by",
          "date",
          "remark");

  private static final int DECIMALS = 6;
  private static final String HEAD = "DCE6F1";

  private final Evaluation evaluation;
  private final Frame frame;
  private final List<Frame.Unit> drawn;
  private final long seed;

  /** The sheet of a drawn sample. */
  public FieldSheet(Evaluation evaluation, Frame frame, List<Frame.Unit> drawn, long seed) {
    this.evaluation = evaluation;
    this.frame = frame;
    this.drawn = List.copyOf(drawn);
    this.seed = seed;
  }

  /** As CSV. */
  public byte[] csv() {
    return CsvTables.table(COLUMNS, rows());
  }

  private List<List<Object>> rows() {
    List<List<Object>> rows = new ArrayList<>();
    for (Frame.Unit unit : drawn) {
      List<Object> row = new ArrayList<>();
      row.add(BigDecimal.valueOf(rows.size() + 1L));
      row.add(unit.city());
      row.add(unit.cityName().zh());
      row.add(unit.code());
      row.add(unit.name().zh());
      row.add(frame.indicator());
      row.add(unit.numerator());
      row.add(unit.denominator());
      row.add(unit.places());
      row.addAll(Arrays.asList("", "", "", "", "", ""));
      rows.add(row);
    }
    return rows;
  }

  /** As a workbook; the same sample gives the same bytes. */
  public byte[] xlsx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "SilverGauge", "01.0000")) {
      Worksheet sheet = workbook.newWorksheet("核查表 field sheet");
      for (int i = 0; i < COLUMNS.size(); i++) {
        sheet.value(0, i, COLUMNS.get(i));
        sheet.style(0, i).bold().fillColor(HEAD).set();
        sheet.width(i, i == 8 ? 40 : 16);
      }
      int at = 1;
      for (List<Object> row : rows()) {
        for (int i = 0; i < row.size(); i++) {
          if (row.get(i) instanceof BigDecimal number) {
            sheet.value(at, i, number);
          } else if (!row.get(i).toString().isEmpty()) {
            sheet.value(at, i, row.get(i).toString());
          }
        }
        at++;
      }
      sheet.freezePane(0, 1);
    }
    return FixedZip.of(out.toByteArray());
  }

  /** How it was drawn, so that anybody can draw it again: seed, frame and what it rests on. */
  public byte[] record() {
    Map<String, Object> record = new TreeMap<>();
    record.put("model", 1);
    record.put("indicator", frame.indicator());
    record.put("period", evaluation.period());
    record.put("as_of", evaluation.asOf());
    record.put("snapshot", evaluation.snapshot());
    record.put("seed", seed);
    record.put("strata", frame.sizes());
    record.put("drawn", drawn.stream().map(unit -> unit.city() + "/" + unit.code()).toList());
    StringBuilder units = new StringBuilder();
    frame
        .units()
        .forEach(unit -> units.append(unit.city()).append('/').append(unit.code()).append('\n'));
    record.put("frame_sha256", Sha256.of(units.toString().getBytes(StandardCharsets.UTF_8)));
    return EvaluationJson.write(record);
  }

  /**
   * What came back: a row a stratum that was looked at, and one for all of them together; cells as
   * {@code sample --found} prints them.
   *
   * @throws io.silvergauge.indicators.document.FaultyFilesException with all that is wrong in it
   */
  public static List<List<Object>> results(Frame frame, Path file) throws IOException {
    Faults faults = new Faults();
    List<Verified.Look> looks = new ArrayList<>();
    DrawnFrom drawnFrom = new DrawnFrom(frame, faults);
    for (CsvList.Row row :
        CsvList.read(
            file.getFileName().toString(), Files.readAllBytes(file), COLUMNS, List.of(), faults)) {
      drawnFrom.unit(row).flatMap(unit -> look(row, unit, faults)).ifPresent(looks::add);
    }
    faults.throwIfAny();
    List<List<Object>> rows = new ArrayList<>();
    Map<String, Integer> looked = new TreeMap<>();
    for (String city : frame.sizes().keySet()) {
      List<Verified.Look> own = looks.stream().filter(one -> one.stratum().equals(city)).toList();
      if (own.stream().anyMatch(one -> one.reported() > 0)) {
        looked.put(city, frame.sizes().get(city));
        rows.add(
            row(
                city,
                frame.sizes().get(city),
                Verified.of(frame.sizes(), own),
                frame.reported().get(city)));
      }
    }
    if (!rows.isEmpty()) {
      int all = looked.values().stream().mapToInt(Integer::intValue).sum();
      rows.add(row("*", all, Verified.of(frame.sizes(), looks), null));
    }
    return rows;
  }

  private static Optional<Verified.Look> look(CsvList.Row row, Frame.Unit unit, Faults faults) {
    String finding = row.text("finding");
    if (finding.isEmpty()) {
      return Optional.empty(); // not looked at yet
    }
    if (!FINDINGS.contains(finding)) {
      row.fault(
          faults,
          "finding",
          Bilingual.of("“%s”应为：%s", "'%s' is not one of %s", finding, String.join(", ", FINDINGS)));
      return Optional.empty();
    }
    String evidence = row.text("evidence_sha256");
    if (!evidence.matches("[0-9a-f]{64}")) {
      row.fault(
          faults,
          "evidence_sha256",
          new Bilingual("须填写佐证材料的 SHA-256", "must be the SHA-256 of what shows it"));
    }
    double found = finding.equals("confirmed") ? unit.numerator().doubleValue() : 0;
    if (finding.equals("corrected")) {
      String text = row.text("found_numerator");
      if (text.matches("[0-9]+(\\.[0-9]+)?")) {
        found = Double.parseDouble(text);
      } else {
        row.fault(
            faults,
            "found_numerator",
            Bilingual.of("“%s”应为核实的数值", "'%s' must be the number that was found", text));
      }
    }
    return Optional.of(
        new Verified.Look(
            unit.city(), unit.numerator().doubleValue(), found, finding.equals("confirmed")));
  }

  private static List<Object> row(
      String stratum, int units, Verified verified, BigDecimal reported) {
    BigDecimal times = reported == null ? BigDecimal.ONE : reported;
    return Arrays.asList(
        stratum,
        BigDecimal.valueOf(units),
        BigDecimal.valueOf(verified.looked()),
        BigDecimal.valueOf(verified.confirmed()),
        times,
        part(verified.part(), times),
        part(verified.low(), times),
        part(verified.high(), times),
        verified
            .differs()
            .map(differs -> differs ? new Bilingual("是", "yes") : new Bilingual("否", "no"))
            .orElse(new Bilingual("只核查一个，不能推断其余", "one look tells nothing of the rest")));
  }

  private static BigDecimal part(Double part, BigDecimal of) {
    return part == null
        ? null
        : BigDecimal.valueOf(part)
            .multiply(of)
            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
  }
}
