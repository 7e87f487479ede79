package io.silvergauge.indicators.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.formula.Condition;
import io.silvergauge.indicators.formula.FieldType;
import io.silvergauge.indicators.formula.Formula;
import io.silvergauge.indicators.register.Tally.Unknown;
import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Register HOMES = homes();

  /**
   * Three homes at the end of 2023: A is open, B closed in November, C does not say when it opened.
   */
  private static final List<RegisterRecord> RECORDS =
      List.of(
          home("A", Map.of("opened", "2020-03-01", "beds", "100", "nursing_beds", "60")),
          home("B", Map.of("opened", "2019-01-01", "closed", "2023-11-15", "beds", "80")),
          home("C", Map.of("beds", "50.5", "nursing_beds", "20")));

  private static Register homes() {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (String id : List.of("code", "opened", "closed", "beds", "nursing_beds")) {
      FieldType type =
          switch (id) {
            case "code" -> FieldType.TEXT;
            case "opened", "closed" -> FieldType.DATE;
            default -> FieldType.NUMBER;
          };
      fields.put(id, new Field(id, Bilingual.same(id), type, "", false, List.of(), Field.Form.ANY));
    }
    return new Register("homes", Bilingual.same("homes"), "code", fields, List.of());
  }

  private static RegisterRecord home(String code, Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put("code", code);
    return new RegisterRecord(
        "homes", "410102", Period.parse("2023Q4"), code, all, new Origin("f.csv", "", 4, ""));
  }

  private static Tally.Result tally(String where, String of, Unknown unknown) {
    return new Tally("homes", Condition.parse(where, HOMES.names()), Formula.parse(of), unknown)
        .over(HOMES, RECORDS);
  }

  @Test
  void countsTheRecordsThatMeetTheCondition() {
    Tally.Result result = tally("beds >= 80", "1", Unknown.WITHHOLD);
    assertThat(result.value()).contains(Fraction.of(2));
    assertThat(result.counted()).extracting(RegisterRecord::id).containsExactly("A", "B");
    assertThat(result.unclear()).isEmpty();
  }

  /** By hand: 60 nursing beds of A and 20 of C; B does not say how many it has. */
  @Test
  void sumsFiguresOfTheRecords() {
    assertThat(tally("missing(closed)", "nursing_beds", Unknown.WITHHOLD).value())
        .contains(Fraction.of(80));
    assertThat(tally("not missing(code)", "beds", Unknown.WITHHOLD).value())
        .contains(Fraction.parse("461/2")); // 100 + 80 + 50.5 = 230.5
  }

  @Test
  void recordsThatDoNotSayEnoughMakeTheFigureUnknown() {
    String open = "opened <= period_end and (missing(closed) or closed > period_end)";

    Tally.Result withheld = tally(open, "1", Unknown.WITHHOLD);
    assertThat(withheld.value()).isEmpty();
    assertThat(withheld.unclear()).extracting(RegisterRecord::id).containsExactly("C");

    assertThat(tally(open, "1", Unknown.LEAVE_OUT).value()).contains(Fraction.of(1));
    assertThat(tally("not missing(code)", "nursing_beds", Unknown.WITHHOLD).unclear())
        .extracting(RegisterRecord::id)
        .containsExactly("B");
  }

  @Test
  void periodIsThatForWhichTheRegisterWasSent() {
    assertThat(tally("closed >= period_start", "1", Unknown.LEAVE_OUT).counted())
        .extracting(RegisterRecord::id)
        .containsExactly("B");
  }

  @Test
  void noRecordsComeToZero() {
    Tally all =
        new Tally(
            "homes",
            Condition.parse("beds > 0", HOMES.names()),
            Formula.parse("1"),
            Unknown.WITHHOLD);
    assertThat(all.over(HOMES, List.of()).value()).contains(Fraction.ZERO);
  }
}
