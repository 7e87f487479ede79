package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static io.silvergauge.indicators.TestFiles.lineOf;
import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.saidInChinese;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.score.Aggregation;
import io.silvergauge.indicators.score.Posts;
import io.silvergauge.indicators.score.RankPolicy;
import io.silvergauge.indicators.statistic.Fill;
import io.silvergauge.indicators.statistic.Grain;
import io.silvergauge.indicators.statistic.Statistic;
import io.silvergauge.indicators.statistic.TimeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeReaderTest {
  /** Small, and one of everything. */
  private static final String SCHEME =
      """
      id: small
      edition: "1"
      name: {zh: 小方案, en: Small scheme}
      scale: {full: 100, decimals: 2}
      dimensions:
        - {id: care, name: {zh: 照护, en: Care}, weight: 60}
        - {id: place, name: {zh: 环境, en: Place}, weight: 40, aggregate: geometric}
      total: {name: {zh: 总分, en: Total}, publish_from: 60}
      grades:
        - {id: good, name: {zh: 良, en: Good}, from: 60}
        - {id: poor, name: {zh: 差, en: Poor}, from: 0}
      unit_sets:
        counties: [county, county_level_city]
      units:
        - {symbol: 百人, quantity: persons, factor: 100}
      statistics:
        - {id: beds, name: {zh: 床位, en: Beds}, unit: 张, grain: counties}
        - {id: nursing_beds, name: {zh: 护理型床位, en: Nursing beds}, unit: 张, grain: counties, part_of: beds}
        - {id: persons, name: {zh: 人口, en: Persons}, unit: 百人, grain: counties, max_age: 12}
        - {id: stated, name: {zh: 申报比例, en: Stated share}, unit: "%", grain: self, time: stated}
        - {id: policy, name: {zh: 制度, en: Policy}, type: yes_no, grain: self}
      indicators:
        - id: nursing_share
          name: {zh: 护理型床位占比, en: Nursing share}
          dimension: care
          share: {of: nursing_beds, in: beds}
          better: higher
          target: {at_least: 50, unit: "%", by: 2023Q4, milestones: [{by: 2022Q4, at_least: 45}]}
          posts: {zero: 0, full: 60}
          weight: 2
        - id: beds_per_head
          name: {zh: 人均床位, en: Beds per head}
          dimension: care
          per_head: {of: beds, in: persons, per: 1000, unit: 张/千人}
          better: higher
          posts: {zero: 1, full: 40, transform: ln}
          scoring: {rule: goalposts}
          weight: 1
        - id: has_policy
          name: {zh: 有制度, en: Has a policy}
          dimension: place
          conditions: {of: policy}
          better: higher
          weight: 1
      profiles:
        - id: nation
          name: {zh: 国家, en: Nation}
          targets:
            - {indicator: nursing_share, at_least: 55, unit: "%", by: 2025Q4}
      """;

  private final Faults faults = new Faults();

  private Optional<Scheme> read(String text) {
    return SchemeReader.read("scheme.yaml", utf8(text), "hash", faults);
  }

  @Test
  void readsAWholeScheme() {
    Scheme scheme = read(SCHEME).orElseThrow();
    assertThat(faults.all()).isEmpty();
    assertThat(scheme.name()).isEqualTo(new Bilingual("小方案", "Small scheme"));
    assertThat(scheme.groups())
        .extracting(Group::id, Group::within, Group::aggregation)
        .containsExactly(
            tuple("care", "total", Aggregation.ARITHMETIC),
            tuple("place", "total", Aggregation.GEOMETRIC),
            tuple("total", "", Aggregation.ARITHMETIC));
    assertThat(scheme.results()).containsExactlyInAnyOrder(ResultKind.values());
    assertThat(scheme.ranking())
        .isEqualTo(new RankPolicy(RankPolicy.Basis.EXACT, 0, RankPolicy.Ties.COMPETITION));
    assertThat(scheme.peersAtLeast()).isEqualTo(5);
    assertThat(scheme.sha256()).isEqualTo("hash");
    assertThat(scheme.units().factor("百人", "人").printed()).isEqualByComparingTo("100");

    Statistic stated = scheme.statistic("stated");
    assertThat(stated.time()).isEqualTo(TimeKind.STATED);
    assertThat(stated.fill()).isEqualTo(Fill.LAST);
    assertThat(stated.grain()).isEqualTo(Grain.SELF);
    assertThat(stated.most()).isEqualByComparingTo("100");
    assertThat(scheme.statistic("policy").most()).isEqualByComparingTo("1");
    assertThat(scheme.statistic("policy").unit()).isEqualTo("是否");
    assertThat(scheme.statistic("beds").most()).isEqualTo(Statistic.UNLIMITED);

    assertThat(scheme.indicators()).extracting(Indicator::unit).containsExactly("%", "张/千人", "项");
    assertThat(scheme.indicators().get(1).yardstick())
        .contains(new Posts(BigDecimal.ONE, new BigDecimal("40"), Posts.Transform.LN));
    assertThat(scheme.indicators().get(2).scoring().name()).isEqualTo("proportional");
    assertThat(scheme.planOf("410100", "prefecture").targets()).containsOnlyKeys("nursing_share");
    assertThat(scheme.planOf("410100", "prefecture").status()).isEqualTo(Plan.Status.SCHEME);
  }

  /**
   * Each row breaks the scheme in one place and expects one fault and no other. Columns: what is
   * there, what is written instead, the field at fault, the message, and where the fault's line is
   * not that of the change a text on it.
   */
  @ParameterizedTest(name = "{2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "share: {of: nursing_beds, in: beds} | share: {of: nursing_bed, in: beds} | indicators[0].share.of | unknown statistic 'nursing_bed'; did you mean 'nursing_beds'? |",
        "share: {of: nursing_beds, in: beds} | share: {of: nursing_beds +, in: beds} | indicators[0].share.of | formula 'nursing_beds +': at character 15: expected a statistic, a number or '(', found the end |",
        "share: {of: nursing_beds, in: beds} | share: {of: nursing_beds, in: persons} | indicators[0].share | numerator and denominator must be in one unit, but are in 张, 百人 |",
        "share: {of: nursing_beds, in: beds} | share: {of: stated, in: 100} | indicators[0].share.of | statistic 'stated' is a stated rate, which is never summed; use amount |",
        "per: 1000, unit: | per: 0, unit: | indicators[1].per_head.per | must be above 0, but was 0 |",
        "per_head: {of: beds, | per_head: {of: stated, | indicators[1].per_head.of | statistic 'stated' is a stated rate, which is never summed; use amount |",
        "conditions: {of: policy} | conditions: {of: beds} | indicators[2].conditions.of | statistic 'beds' is not of type yes_no |",
        "conditions: {of: policy} | amount: {of: polcy} | indicators[2].amount.of | unknown statistic 'polcy'; did you mean 'policy'? |",
        "conditions: {of: policy} | count: {of: stated} | indicators[2].count.of | statistic 'stated' is a stated rate, which is never summed; use amount |",
        "conditions: {of: policy} | each_unit: {count: beds, at_least: 1, units: districts} | indicators[2].each_unit.units | unknown unit set 'districts'; known are counties |",
        "conditions: {of: policy} | each_unit: {count: beds, units: counties} | indicators[2].each_unit | exactly one of at_least and at_most is needed |",
        "conditions: {of: policy} | note: {zh: 无, en: none} | indicators[2] | exactly one kind is needed, found 0; known are share, per_head, per_100_households, count, amount, each_unit, conditions | - id: has_policy",
        "dimension: place | dimension: palce | indicators[2].dimension | unknown dimension 'palce'; did you mean 'place'? |",
        "{at_least: 50, unit: \"%\", by | {at_least: 50, unit: ‰, by | indicators[0].target.unit | unit '‰' is not the indicator's '%' |",
        "{at_least: 50, unit: \"%\", by | {at_least: 50, by | indicators[0].target.unit | this field is missing |",
        "weight: 2 | weight: -2 | indicators[0] | weight must not be negative, but was -2 | - id: nursing_share",
        "weight: 2 | weight: two | indicators[0].weight | 'two' is not a decimal number such as 12.5 |",
        "posts: {zero: 0, full: 60} | posts: {zero: 60, full: 60} | indicators[0].posts | posts: zero and full must differ, but both are 60 |",
        "posts: {zero: 1, full: | posts: {zero: 0, full: | indicators[1].posts | posts: with transform ln both must be above 0, but were 0 and 40 | transform: ln",
        "scoring: {rule: goalposts} | scoring: {rule: goal} | indicators[1].scoring.rule | 'goal' is not one of: proportional, pass_fail, bands, goalposts |",
        "scoring: {rule: goalposts} | scoring: {rule: bands} | indicators[1].scoring | bands: at least one is needed |",
        "name: {zh: 有制度, en: Has a policy} | name: {zh: 有制度} | indicators[2].name.en | this field is missing |",
        "id: has_policy | id: nursing_share # again | indicators[2].id | indicator 'nursing_share' stands twice or has the id of a dimension |",
        "id: has_policy | id: care # again | indicators[2].id | indicator 'care' stands twice or has the id of a dimension |",
        "id: has_policy | id: total | indicators[2].id | indicator 'total' stands twice or has the id of a dimension |",
        "id: has_policy | id: Has-Policy | indicators[2].id | 'Has-Policy' is no valid id; small letters, digits, _ and -, beginning with a letter, 80 characters at most |",
        "at_least: 45} | at_least: 45, rem: x} | indicators[0].target.milestones[0].rem | unknown field; known here: at_least, at_most, by, within |",
        "at_least: 45} | at_most: 45} | indicators[0].target.milestones[0] | a milestone must use the target's at_least, at_most or within |",
        "{by: 2022Q4, at_least: 45} | {by: 2024Q1, at_least: 45} | indicators[0].target | milestone 2024Q1 does not come before the target's 2023Q4 |",
        "{by: 2022Q4, at_least: 45} | {by: 2023Q4, at_least: 45} | indicators[0].target | milestone 2023Q4 does not come before the target's 2023Q4 |",
        "{by: 2022Q4, at_least: 45} | {by: 2022Q5, at_least: 45} | indicators[0].target.milestones[0].by | '2022Q5' is not a period such as 2023, 2023Q4, 2023H1 or 2023-10 |",
        "[{by: 2022Q4, at_least: 45}] | [{by: 2022Q4, at_least: 45}, {by: 2022Q2, at_least: 40}] | indicators[0].target | milestones must be in order of time: 2022Q2 does not come after 2022Q4 |",
        "weight: 60} | weight: -60} | dimensions[0] | weight must not be negative, but was -60 |",
        "weight: 60} | weight: 60, within: place} | dimensions[0].within | 'place' must be a dimension that is listed before |",
        "weight: 60} | weight: 60, within: care} | dimensions[0].within | 'care' must be a dimension that is listed before |",
        "aggregate: geometric | aggregate: median | dimensions[1].aggregate | 'median' is not one of: arithmetic, geometric |",
        "en: Poor}, from: 0} | en: Poor}, from: 60} | grades | grades must go down: 'poor' does not lie below 'good' | id: good",
        "en: Poor}, from: 0} | en: Poor}, from: 10} | grades | grades: the last must begin at 0, so that none is left out | id: good",
        "{id: poor, name: {zh: 差 | {id: good, name: {zh: 差 | grades[1].id | this grade stands twice |",
        "publish_from: 60 | publish_from: 101 | total.publish_from | 101 is not a percentage from 0 to 100 |",
        "full: 100, | full: 0, | scale.full | must be above 0 | scale:",
        "decimals: 2 | decimals: 7 | scale.decimals | 7 is not a whole number from 0 to 6 |",
        "scale: {full: 100, decimals: 2} | ranking: {on: medals} | ranking.on | 'medals' is not one of: exact, rounded |",
        "scale: {full: 100, decimals: 2} | peers: {same: province} | peers.same | 'province' is not one of: level |",
        "scale: {full: 100, decimals: 2} | results: [rank] | results | 'rank' is not one of: fulfilment, standing |",
        "scale: {full: 100, decimals: 2} | wieghts: 1 | wieghts | unknown field; known here: |",
        "factor: 100} | factor: 1/0} | units[0].factor | '1/0' is not a number such as 10000 or 2000/3 |",
        "factor: 100} | factor: 0} | units[0] | Unit '百人': its factor must be positive, but was 0 |",
        "en: Beds}, unit: 张, | en: Beds}, unit: 张位, | statistics[0].unit | unknown unit '张位'; known are |",
        "en: Beds}, unit: 张, grain: counties} | en: Beds}, unit: 张, grain: district} | statistics[0].grain | unknown grain 'district'; known are self and the unit_sets counties |",
        "en: Beds}, unit: 张, | en: Beds}, time: flow, fill: last, unit: 张, | statistics[0] | Statistic 'beds': fill LAST does not fit time FLOW |",
        "part_of: beds | part_of: bed} # | statistics[1].part_of | unknown statistic 'bed'; did you mean 'beds'? |",
        "part_of: beds | part_of: persons | statistics[1].part_of | unit '张' cannot be converted into '百人' |",
        "max_age: 12 | max_age: 241 | statistics[2].max_age | 241 is not a whole number from 0 to 240 |",
        "max_age: 12 | maxage: 12 | statistics[2].maxage | unknown field; known here: |",
        "type: yes_no | type: boolean, unit: 是否 | statistics[4].type | 'boolean' is not one of: number, yes_no |",
        "- id: nation | - id: plan | profiles[0].id | 'plan' is reserved |",
        "{indicator: nursing_share, | {indicator: nursing_shares, | profiles[0].targets[0].indicator | the scheme has no indicator 'nursing_shares'; did you mean 'nursing_share'? |",
        "at_least: 55, | at_least: 55, at_most: 60, | profiles[0].targets[0] | exactly one of at_least, at_most and within is needed |"
      })
  void saysFileLineFieldAndWhatWouldBeRight(
      String right, String wrong, String field, String message, String marker) {
    String text = changed(SCHEME, right, wrong);
    assertThat(read(text)).isEmpty();
    int line = lineOf(text, marker == null ? wrong : marker);
    assertThat(said(faults))
        .singleElement()
        .asString()
        .startsWith("scheme.yaml:" + line + ", " + field + ": " + message);
    assertThat(saidInChinese(faults))
        .singleElement()
        .asString()
        .startsWith("scheme.yaml:" + line + "，" + field + "：");
  }

  @Test
  void reportsAllFaultsTogetherInTheOrderOfTheFile() {
    String text = changed(SCHEME, "id: small", "id: Small");
    text = changed(text, "weight: 60}", "weight: x}");
    text = changed(text, "max_age: 12", "max_age: many");
    text = changed(text, "in: beds}", "in: bed}");
    text = changed(text, "dimension: place", "dimension: palce");
    text = changed(text, "by: 2025Q4", "by: 2025Q5");
    assertThat(read(text)).isEmpty();
    assertThat(faults.all())
        .extracting(fault -> fault.line() + " " + fault.field())
        .containsExactly(
            "1 id",
            "6 dimensions[0].weight",
            "19 statistics[2].max_age",
            "26 indicators[0].share.in",
            "41 indicators[2].dimension",
            "49 profiles[0].targets[0].by");
  }

  @Test
  void namesEveryKindWhereAnIndicatorHasTwo() {
    read(
        changed(
            SCHEME, "conditions: {of: policy}", "conditions: {of: policy}\n    count: {of: beds}"));
    assertThat(said(faults))
        .containsExactly(
            "scheme.yaml:39, indicators[2]: exactly one kind is needed, found 2; known are share,"
                + " per_head, per_100_households, count, amount, each_unit, conditions, each_record,"
                + " tiers, sequence, records, funnel");
  }

  @Test
  void namesAMisspeltKindAsWell() {
    read(changed(SCHEME, "conditions: {of: policy}", "condition: {of: policy}"));
    assertThat(faults.all())
        .extracting(fault -> fault.line() + " " + fault.field())
        .containsExactly("39 indicators[2]", "42 indicators[2].condition");
  }

  @Test
  void asksForPostsWhereTheScoreIsAPlaceBetweenThem() {
    read(changed(SCHEME, "    posts: {zero: 1, full: 40, transform: ln}\n", ""));
    assertThat(said(faults))
        .containsExactly("scheme.yaml:36, indicators[1].scoring: goalposts need posts");
  }

  @Test
  void refusesADimensionWhoseWeightsAddUpToNought() {
    String text = changed(SCHEME, "weight: 2\n", "weight: 0\n");
    read(changed(text, "{rule: goalposts}\n    weight: 1", "{rule: goalposts}\n    weight: 0"));
    assertThat(said(faults))
        .containsExactly(
            "scheme.yaml:6, dimensions: the weights within dimension 'care' add up to 0");
  }

  @Test
  void checksWeightsThoughAnotherFileHasFaults() {
    faults.add("regions.csv", 2, "code", Bilingual.same("x"));
    assertThat(
            read(
                changed(
                    SCHEME,
                    "weight: 60}",
                    "weight: 60}\n  - {id: none, name: {zh: 无, en: None}, weight: 1}")))
        .isEmpty();
    assertThat(said(faults))
        .containsExactly(
            "regions.csv:2, code: x",
            "scheme.yaml:6, dimensions: the weights within dimension 'none' add up to 0");
  }

  @Test
  void refusesADimensionAStatisticAndAProfileThatStandTwice() {
    String text =
        changed(
            SCHEME,
            "aggregate: geometric}",
            "aggregate: geometric}\n  - {id: care, name: {zh: 照护, en: Care}, weight: 1}");
    text =
        changed(
            text,
            "  - {id: policy,",
            "  - {id: beds, name: {zh: 床, en: Beds}, unit: 人, grain: self}\n  - {id: policy,");
    text += "  - {id: nation, name: {zh: 国家, en: Nation}}\n";
    read(text);
    assertThat(said(faults))
        .containsExactly(
            "scheme.yaml:8, dimensions[2].id: dimension 'care' stands twice or is reserved",
            "scheme.yaml:22, statistics[4].id: statistic 'beds' stands twice",
            "scheme.yaml:52, profiles[1].id: profile 'nation' stands twice");
  }

  @Test
  void asksForTheMainParts() {
    read("id: empty\n");
    assertThat(said(faults))
        .containsExactly(
            "scheme.yaml:1, edition: this field is missing",
            "scheme.yaml:1, name: this field is missing",
            "scheme.yaml:1, dimensions: at least one dimension is needed",
            "scheme.yaml:1, total: this field is missing",
            "scheme.yaml:1, grades: grades: the last must begin at 0, so that none is left out",
            "scheme.yaml:1, indicators: at least one indicator is needed");
  }

  @Test
  void takesASchemeOfThePlainLongFormatWithoutAnyUnitSet() {
    Scheme scheme = TestFiles.scheme(TestFiles.example("hdi").resolve("scheme.yaml"));
    assertThat(scheme.results()).containsExactly(ResultKind.STANDING);
    assertThat(scheme.fullScore()).isEqualByComparingTo("1");
    assertThat(scheme.statistics().values())
        .extracting(Statistic::time)
        .containsOnly(TimeKind.STATED);
    assertThat(scheme.profiles()).isEqualTo(List.of());
  }
}
