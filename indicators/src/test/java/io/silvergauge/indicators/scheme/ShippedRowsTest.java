package io.silvergauge.indicators.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.CsvList;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.RegionEvaluator;
import io.silvergauge.indicators.outcome.Delivered;
import io.silvergauge.indicators.outcome.Reported;
import io.silvergauge.indicators.region.Region;
import io.silvergauge.indicators.region.RegionTree;
import io.silvergauge.indicators.region.Validity;
import io.silvergauge.indicators.register.RegisterRecord;
import io.silvergauge.indicators.register.Registers;
import io.silvergauge.indicators.register.Sent;
import io.silvergauge.indicators.register.SentRecord;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Observation;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every requirement read out of the documents ({@code facts/targets.csv}) is an indicator of the
 * shipped scheme, with a case that meets it, one that misses it and one with something missing.
 *
 * <p>{@code shipped/rows.csv} has what is given, parts separated by {@code ;}: {@code region
 * statistic value [period]}, {@code @register} (sent by whom it is asked of), {@code +region id
 * field=value …} (a record of it; {@code id*50} for fifty), and what must come out, worked by hand.
 */
class ShippedRowsTest {
  private static final Scheme SCHEME = TestFiles.scheme(TestFiles.shippedScheme());
  private static final Period PERIOD = Period.parse("2023Q4");
  private static final RegionTree TREE =
      new RegionTree(
          List.of(
              region("000000", "nation", ""),
              region("410000", "province", "000000"),
              region("410100", "prefecture", "410000"),
              region("410122", "county", "410100")));

  private final List<Delivered> delivered = new ArrayList<>();
  private final Set<Sent> sent = new TreeSet<>(Sent.ORDER);
  private final List<SentRecord> records = new ArrayList<>();
  private Sent current;

  /** A row of the table. */
  record Row(String indicator, String kind, String given, String expected) {
    @Override
    public String toString() {
      return indicator + " " + kind;
    }
  }

  private static Region region(String code, String level, String parent) {
    return new Region(code, Bilingual.same(code), level, parent, Validity.ALWAYS, "");
  }

  private static List<CsvList.Row> csv(Path file, String... columns) {
    Faults faults = new Faults();
    List<CsvList.Row> rows =
        CsvList.read(
            file.getFileName().toString(),
            TestFiles.bytes(file),
            List.of(columns),
            List.of(),
            faults);
    assertThat(TestFiles.said(faults)).isEmpty();
    return rows;
  }

  static Stream<Row> rows() {
    Path file = TestFiles.repository().resolve("indicators/src/test/resources/shipped/rows.csv");
    return csv(file, "indicator", "case", "given", "expected").stream()
        .map(
            row ->
                new Row(
                    row.text("indicator"),
                    row.text("case"),
                    row.text("given"),
                    row.text("expected")));
  }

  private static List<String> requirements() {
    Path file = TestFiles.repository().resolve("facts/targets.csv");
    return csv(
            file,
            "id",
            "name_zh",
            "name_en",
            "dimension",
            "kind",
            "numerator",
            "denominator",
            "unit",
            "operator",
            "target",
            "deadline",
            "level",
            "department_inferred",
            "document",
            "clause",
            "note")
        .stream()
        .map(row -> row.text("id"))
        .toList();
  }

  @Test
  void everyRequirementIsAnIndicatorAndHasItsThreeCases() {
    assertThat(requirements()).hasSize(77);
    assertThat(SCHEME.indicators()).extracting(Indicator::id).containsAll(requirements());
    for (String kind : List.of("met", "missed", "missing")) {
      assertThat(rows().filter(row -> row.kind().equals(kind)).map(Row::indicator))
          .as(kind)
          .containsExactlyInAnyOrderElementsOf(requirements());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void meetsMissesAndLacks(Row row) {
    for (String part : row.given().split("; ", -1)) {
      if (!part.isBlank()) {
        give(part);
      }
    }
    IndicatorResult result = result(row.indicator());
    IndicatorResult.JudgementResult judgement =
        result.judgements().stream()
            .filter(one -> one.profile().equals(Profile.PLAN))
            .findFirst()
            .orElseThrow();
    if (row.kind().equals("missing")) {
      assertThat(result.reason()).isEqualTo(row.expected());
      assertThat(result.amount()).isNull();
      assertThat(judgement.verdict()).isEqualTo("not_computable");
      return;
    }
    assertThat(result.reason()).as("%s", result.detail()).isNull();
    assertThat(result.amount().setScale(6, java.math.RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(row.expected());
    assertThat(judgement.verdict()).isEqualTo(row.kind().equals("met") ? "met" : "unmet");
  }

  private IndicatorResult result(String indicator) {
    Reported reported =
        new Reported(
            delivered, SCHEME.units(), List.of(), new Registers(TREE, sent, records, List.of()));
    return RegionEvaluator.evaluate(
            SCHEME, TREE, SCHEME.planOf("410100", "prefecture"), "confirmed", reported, PERIOD)
        .indicators()
        .stream()
        .filter(one -> one.id().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private void give(String part) {
    String[] words = part.strip().split(" ", -1);
    if (part.startsWith("@")) {
      String register = words[0].substring(1);
      String sender = register.equals("selected_cases") ? "000000" : "410000";
      current = new Sent("files", sender, PERIOD, register);
      sent.add(current);
    } else if (part.startsWith("+")) {
      String[] id = words[1].split("\\*", -1);
      int times = id.length > 1 ? Integer.parseInt(id[1]) : 1;
      for (int i = 1; i <= times; i++) {
        record(words, times > 1 ? id[0] + i : id[0]);
      }
    } else {
      sum(words);
    }
  }

  private void record(String[] words, String id) {
    Map<String, String> values = new TreeMap<>();
    values.put(SCHEME.registers().get(current.register()).identity(), id);
    for (int i = 2; i < words.length; i++) {
      if (!words[i].isEmpty()) {
        values.put(words[i].split("=", -1)[0], words[i].split("=", -1)[1]);
      }
    }
    assertThat(SCHEME.registers().get(current.register()).fields().keySet())
        .containsAll(values.keySet());
    records.add(
        new SentRecord(
            current,
            0,
            new RegisterRecord(
                current.register(),
                words[0].substring(1),
                PERIOD,
                id,
                values,
                new Origin("r.csv", "", records.size() + 2, ""))));
  }

  private void sum(String[] words) {
    Period period = words.length > 3 ? Period.parse(words[3]) : PERIOD;
    Observation observation =
        new Observation(
            words[0],
            words[1],
            period,
            Mark.NUMBER,
            new BigDecimal(words[2]),
            SCHEME.statistic(words[1]).unit(),
            ValueStatus.REPORTED,
            period.lastDay(),
            "",
            new Origin("f.csv", "", 2, words[1]));
    delivered.add(new Delivered(LeafSum.of(observation), "files", "files/410000/all", 0));
  }
}
