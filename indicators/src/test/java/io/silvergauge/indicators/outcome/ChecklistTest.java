package io.silvergauge.indicators.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallRegisters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items with evidence, dates, partial credit and two assessors. */
class ChecklistTest {
  private static final String SHOWN = " issued=2023-05-01 document=郑发改〔2023〕1号";

  private final SmallRegisters city = new SmallRegisters().sends("items");

  private ChecklistTest item(String id, String values) {
    city.has(SmallRegisters.CITY, id + values.length(), "item=" + id + " " + values);
    return this;
  }

  private Behind.Item first() {
    return city.behind("assessed").items().get(0);
  }

  /** By hand: 6 of 10 points by the rule, 4 of 4 from both assessors: 10 / 14 = 71.43 %. */
  @Test
  void pointsReachedAreSetAgainstThoseOfTheItemsThatApply() {
    item("plan", "level=部分 self=10" + SHOWN).item("fund", "a=4 b=4" + SHOWN);
    assertThat(city.said("assessed")).isEqualTo("71.43 = 10 / 14");
    assertThat(city.figure("assessed").documents()).containsExactly("郑发改〔2023〕1号");
    assertThat(first().reached()).isEqualByComparingTo("6");
    assertThat(first().self()).isEqualByComparingTo("10"); // beside it, and not counted
    assertThat(first().why().zh()).isEqualTo("部分具备");
    assertThat(first().inspect().zh()).isEqualTo("查阅文件");
    assertThat(first().where().zh()).isEqualTo("发改委");
    assertThat(first().file() + ":" + first().row()).isEqualTo("items.csv:2");
  }

  @Test
  void itemThatDoesNotApplyLeavesTheSet() {
    item("plan", "level=无" + SHOWN).item("fund", "none=1");
    assertThat(city.said("assessed")).isEqualTo("0 = 0 / 10");
    item("plan", "none=1"); // stands twice now
    assertThat(city.said("assessed"))
        .isEqualTo("INPUT_MISSING: 2 items, 1 of them not known: Plan (it stands twice)");
  }

  @Test
  void nothingAppliesWhereNoItemDoes() {
    item("plan", "none=1").item("fund", "none=1");
    assertThat(city.said("assessed")).isEqualTo("NOT_APPLICABLE: none of the items applies");
  }

  @Test
  void itemWithoutARecordIsMissingUnlessSilenceIsDeclaredToBeNothing() {
    item("plan", "level=全部" + SHOWN);
    assertThat(city.said("assessed"))
        .isEqualTo("INCOMPLETE: 2 items, 1 of them not known: Fund (no record)");
    assertThat(city.said("silent")).isEqualTo("50 = 1 / 2");
    city.refused(SmallRegisters.CITY); // it may be the one
    assertThat(city.said("silent"))
        .isEqualTo(
            "INCOMPLETE: 2 items, 1 of them not known: Fund (no record of it, and one was"
                + " refused or names no unit)");
  }

  /** By hand: 60 % of 5 points by the sheet's own rule, and 0 of 1: 3 / 6. */
  @Test
  void itemsWithoutARuleGoByTheSheetsAndUnitsBelowSpeakForThemselves() {
    item("plan", "level=部分").item("fund", "level=无");
    city.has("410122", "county", "item=plan level=全部");
    assertThat(city.said("by_sheet")).isEqualTo("50 = 3 / 6");
  }

  @Test
  void recordThatDoesNotSayHowFarIsNotKnown() {
    item("plan", SHOWN).item("fund", "a=4" + SHOWN);
    assertThat(city.said("assessed"))
        .isEqualTo(
            "INCOMPLETE: 2 items, 1 of them not known: Plan (the record does not say: level)");
  }

  @Test
  void whatNobodyHasAssessedYetIsNotKnown() {
    item("plan", "level=全部" + SHOWN).item("fund", "self=4" + SHOWN);
    assertThat(city.said("assessed"))
        .isEqualTo("INCOMPLETE: 2 items, 1 of them not known: Fund (not assessed yet)");
  }

  /** The item is worth 4; the assessors may lie 20 % of it apart, which is 0.8 points. */
  @ParameterizedTest
  @CsvSource({
    "a=4 b=4, 4, the assessors gave 4 / 4: their mean",
    "a=3 b=3.8, 3.4, the assessors gave 3 / 3.8: their mean",
    "a=3 b=3.81, 3, 'the assessors gave 3 / 3.81, more than 20 % apart: the lower'",
    "b=1, 1, one assessor gave 1"
  })
  void assessorsWhoDifferTooMuchAreSettledByTheRule(String said, String reached, String why) {
    item("plan", "none=1").item("fund", said + SHOWN);
    Behind.Item fund = city.behind("assessed").items().get(1);
    assertThat(fund.reached()).isEqualByComparingTo(reached);
    assertThat(fund.why().en()).isEqualTo(why);
  }

  @Test
  void assessorsAreKeptWithMarkPointsAndReason() {
    item("plan", "none=1").item("fund", "a=3 a_who=甲01 a_why=不足 b=4" + SHOWN);
    assertThat(city.behind("assessed").items().get(1).assessors())
        .containsExactly(
            new Behind.Assessor("甲01", new java.math.BigDecimal("3"), "不足"),
            new Behind.Assessor(null, new java.math.BigDecimal("4"), null));
  }

  @Test
  void assessorCannotGiveMoreThanThereIs() {
    item("plan", "none=1").item("fund", "a=5 b=4" + SHOWN);
    assertThat(city.said("assessed"))
        .isEqualTo("INPUT_MISSING: 2 items, 1 of them not known: Fund (5 points of 4 were given)");
  }

  /** What is dated after the period does not count; what nothing shows counts half here. */
  @ParameterizedTest
  @CsvSource({
    "issued=2023-12-31 document=文, 10, level = '全部'",
    "issued=2024-01-01 document=文, 0, 'dated 2024-01-01, after the period'",
    "document=文, 5, level = '全部'; no date: half",
    "issued=2023-12-31, 5, level = '全部'; nothing shows it: half",
    "'', 5, 'level = ''全部''; no date, nothing shows it: half'"
  })
  void countsWhatIsDatedAndShown(String shown, String reached, String why) {
    item("plan", "level=全部 " + shown).item("fund", "none=1");
    assertThat(first().reached()).isEqualByComparingTo(reached);
    assertThat(first().why().en().replace("level in ('全部')", "level = '全部'")).isEqualTo(why);
  }
}
