package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schemas of schemes and plans say what the readers say, as far as a schema can. */
class SchemaTest {
  private static String text(Path file) {
    return new String(TestFiles.bytes(file), StandardCharsets.UTF_8);
  }

  static Stream<Path> schemes() {
    return Stream.of(
        TestFiles.shippedScheme(),
        TestFiles.example("hdi").resolve("scheme.yaml"),
        TestFiles.example("national").resolve("scheme.yaml"));
  }

  static Stream<Path> plans() throws IOException {
    try (Stream<Path> sample = Files.list(TestFiles.repository().resolve("sample-input/plans"))) {
      return Stream.concat(
              sample.toList().stream(),
              Stream.of(TestFiles.example("national").resolve("plans/000000.yaml")))
          .sorted();
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void acceptsEverySchemeOfTheProject(Path scheme) {
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(text(scheme)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void acceptsEveryPlanOfTheProject(Path plan) {
    assertThat(SchemaFiles.errors("plan", SchemaFiles.yaml(text(plan)))).isEmpty();
  }

  @Test
  void acceptsOneOfEverything() {
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(SmallCity.text()))).isEmpty();
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(records()))).isEmpty();
  }

  private static String records() {
    return text(TestFiles.repository().resolve("indicators/src/test/resources/small/records.yaml"));
  }

  /** Each row breaks the scheme of records in one place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "exclude: {of: nx, in: dx}, except: de | exclude: {of: nx, at: dx}, except: de",
        "units: counties, unknown: leave_out} | units: counties, unknown: skip}",
        "each_record: {register: estates, where: \"kind = '新建'\", require: floor >= 200, units: counties}, | each_record: {register: estates, units: counties},",
        "max_age: 3\\n      tiers: | max_age: 241\\n      tiers:",
        "      complete_by: homes_delivered | complete: homes_delivered",
        "on: accepted} | at: accepted}",
        "{register: centres, sum: beds, rank_by: beds, unit: 张} | {register: centres, sum: beds}",
        "applies_to: [county] | applies_to: {level: county}",
        "{id: open, name: {zh: 运营, en: In operation}, where: not missing(opened)}\\n      sum | {id: open, where: not missing(opened)}\\n      sum",
        "unsupported: half | unsupported: third",
        "difference: {above: 20, then: lower} | difference: {above: 120, then: lower}",
        "    item: item\\n    dated: issued | items: item\\n    dated: issued",
        "{id: plan, name: {zh: 方案, en: Plan}, points: 10, | {id: plan, name: {zh: 方案, en: Plan}, points: 0,",
        "{when: \"level = '全部'\", points: 10} | {when: \"level = '全部'\"}",
        "conditions: {sheet: silent_is_nothing, | conditions: {of: n, sheet: silent_is_nothing,"
      })
  void refusesOfRecordsWhatTheReaderRefuses(String right, String wrong) {
    String text = changed(records(), right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    Faults faults = new Faults();
    assertThat(SchemeReader.read("scheme.yaml", TestFiles.utf8(text), "", faults)).isEmpty();
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(text))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scheme", "plan", "evaluation", "region-evaluation"})
  void isClosedAndDescribedThroughout(String name) {
    JsonNode schema = SchemaFiles.schema(name);
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("title").asText()).isNotEmpty();
    assertDescribed(name, schema);
    schema
        .path("$defs")
        .properties()
        .forEach(
            part -> {
              assertThat(part.getValue().path("title").asText()).as(part.getKey()).isNotEmpty();
              assertDescribed(name + " " + part.getKey(), part.getValue());
            });
  }

  private static void assertDescribed(String place, JsonNode part) {
    assertThat(part.path("description").asText()).as(place).isNotEmpty();
    if (part.has("properties")) {
      assertThat(part.path("additionalProperties").isBoolean()).as(place).isTrue();
      part.path("properties")
          .properties()
          .forEach(
              field -> {
                if (!field.getValue().has("$ref")) {
                  assertDescribed(place + "." + field.getKey(), field.getValue());
                }
              });
    }
  }

  /** Each row breaks the small scheme in one place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: small | id: Small",
        "edition: \"1\" | editions: \"1\"",
        "name: {zh: 小方案, en: Small scheme} | name: {zh: 小方案}",
        "name: {zh: 小方案, en: Small scheme} | name: {zh: 小方案, en: \"\"}",
        "total: {name: {zh: 总分, en: Total}} | total: {name: {zh: 总分, en: Total}, publish_from: 101}",
        "total: {name: {zh: 总分, en: Total}} | total: {name: {zh: 总分, en: Total}, aggregate: median}",
        "en: Care}, weight: 1} | en: Care}, weight: -1}",
        "en: Care}, weight: 1} | en: Care}}",
        "en: Any}, from: 0} | en: Any}, upto: 0}",
        "grades: | scale: {full: 0}\\ngrades:",
        "grades: | scale: {decimals: 7}\\ngrades:",
        "grades: | ranking: {on: medals}\\ngrades:",
        "grades: | peers: {same: province}\\ngrades:",
        "grades: | results: [rank]\\ngrades:",
        "grades: | units: [{symbol: 百人, quantity: persons, factor: 0}]\\ngrades:",
        "grades: | units: [{symbol: 百人, quantity: persons, factor: x}]\\ngrades:",
        "time: flow} | time: river}",
        "fill: cumulative} | fill: pile}",
        "fill: all_months, max_age: 12} | fill: all_months, max_age: 241}",
        "type: yes_no, | type: boolean,",
        "id: households, name: {zh: 户数, en: Households}, unit: 户, | id: households, name: {zh: 户数, en: Households},",
        "share: {of: nursing_beds, in: institution_beds}, | share: {of: nursing_beds},",
        "share: {of: nursing_beds, in: institution_beds}, | share: {of: nursing_beds, in: institution_beds, over_months: max},",
        "share: {of: nursing_beds, in: institution_beds}, | ratio: {of: nursing_beds, in: institution_beds},",
        "share: {of: nursing_beds, in: institution_beds}, | share: {of: nursing_beds, in: institution_beds}, count: {of: nursing_beds},",
        "per: 1000, unit: 人/千人} | per: 0, unit: 人/千人}",
        "per: 1000, unit: 人/千人} | per: 1000}",
        "{count: hospitals, at_least: 1, units: counties} | {count: hospitals, units: counties}",
        "{count: hospitals, at_least: 1, units: counties} | {count: hospitals, at_least: 1, at_most: 2, units: counties}",
        "{at_least: 50, unit: \"%\", by: 2023Q4} | {at_least: 50, unit: \"%\", by: 2023Q5}",
        "{at_least: 50, unit: \"%\", by: 2023Q4} | {at_least: 50, by: 2023Q4}",
        "{at_least: 50, unit: \"%\", by: 2023Q4} | {at_least: half, unit: \"%\", by: 2023Q4}",
        "{at_least: 50, unit: \"%\", by: 2023Q4} | {at_least: 50, unit: \"%\", by: 2023Q4, milestones: [{by: 2022Q4}]}",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: up,",
        "{of: stated_share}, better: higher, | {of: stated_share},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, posts: {zero: 0},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, posts: {zero: 0, full: 5, transform: ln},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: bands},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: bands, bands: [{from: 0, points: 101}]},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, missing: guess,",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, decimals: 7,",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: pass_fail, cap: 120},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: proportional, cap: 90},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: proportional, overshoot: {above: 130, points: 5}},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: additive},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: additive, parts: [{points: 100}]},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: deduction, points: 2},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, scoring: {rule: bonus, points: 2, per: 5},",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, by_level: [{scoring: {rule: pass_fail}}],",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, targets: [{within: [3], unit: \"%\", by: 2023}],",
        "{of: stated_share}, better: higher, | {of: stated_share}, better: higher, targets: [{at_least: 3, within: [3, 5], unit: \"%\", by: 2023}],",
        "en: Care}, weight: 1} | en: Care}, weight: 1, cap: 0}",
        "en: Care}, weight: 1} | en: Care}, weight: 1, publish_from: 101}",
        "grades: | statuses: {doubtful: 50}\\ngrades:",
        "grades: | statuses: {disputed: 101}\\ngrades:",
        "grades: | statuses: {falsified: {worth: 0, deduct: -1}}\\ngrades:",
        "grades: | plan_limits: {weights: 101}\\ngrades:",
        "grades: | plan_limits: {targets: any}\\ngrades:",
        "grades: | vetoes: [{id: v, name: {zh: 甲, en: V}, when: {status: falsified}, then: {}}]\\ngrades:",
        "grades: | vetoes: [{id: v, name: {zh: 甲, en: V}, when: {at_most: 3}, then: {score_at_most: 0}}]\\ngrades:",
        "grades: | vetoes: [{id: v, name: {zh: 甲, en: V}, when: {status: falsified, is: absent}, then: {score_at_most: 0}}]\\ngrades:",
        "grades: | profiles: [{id: plan, name: {zh: 甲, en: A}}]\\ngrades:",
        "grades: | profiles: [{id: a, name: {zh: 甲, en: A}, targets: [{indicator: aged, unit: 个, by: 2023}]}]\\ngrades:"
      })
  void refusesWhatTheReaderRefuses(String right, String wrong) {
    String text = changed(SmallCity.text(), right, wrong.replace("\\n", "\n"));
    Faults faults = new Faults();
    assertThat(SchemeReader.read("scheme.yaml", TestFiles.utf8(text), "", faults)).isEmpty();
    assertThat(faults.all()).isNotEmpty();
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(text))).isNotEmpty();
  }

  private static final String PLAN =
      """
      region: "410100"
      name: {zh: 方案, en: Plan}
      status: confirmed
      source: {document: 方案, clause: 1}
      targets:
        - {indicator: aged, at_least: 5, unit: 个, by: 2023, milestones: [{by: 2022H2, at_least: 4}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region: | code:",
        "status: confirmed | status: scheme",
        "status: confirmed | state: confirmed",
        "en: Plan | en: Plan, fr: Plan",
        "document: 方案, | document: '',",
        "by: 2023, | by: 2023Q5,",
        "at_least: 5 | at_least: five",
        "at_least: 5 | at_least: 5, at_most: 6",
        "at_least: 4 | at_least: 4, unit: 个",
        "indicator: aged, | indicator: Aged,",
        "targets: | aims:"
      })
  void refusesAPlanThatTheReaderRefuses(String right, String wrong) {
    Scheme scheme = TestFiles.scheme(SmallCity.text());
    assertThat(PlanReader.read("p", TestFiles.utf8(PLAN), scheme, new Faults())).isPresent();
    assertThat(SchemaFiles.errors("plan", SchemaFiles.yaml(PLAN))).isEmpty();

    String text = changed(PLAN, right, wrong);
    assertThat(PlanReader.read("p", TestFiles.utf8(text), scheme, new Faults())).isEmpty();
    assertThat(SchemaFiles.errors("plan", SchemaFiles.yaml(text))).isNotEmpty();
  }

  /** A plan writes indicators as a scheme does; JSON Schema has no way to say so in two files. */
  @Test
  void holdsPlanAndSchemeToTheSameDefinitions() {
    JsonNode ofScheme = SchemaFiles.schema("scheme").path("$defs");
    JsonNode ofPlan = SchemaFiles.schema("plan").path("$defs");
    ofPlan
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (ofScheme.has(name) && !name.equals("listed_target")) {
                assertThat(ofPlan.path(name))
                    .as("%s: copy the scheme's definition", name)
                    .isEqualTo(ofScheme.path(name));
              }
            });
    assertThat(SchemaFiles.schema("region-evaluation").at("/$defs/own_indicator/properties"))
        .as("own_indicator: copy the properties of indicator in evaluation.schema.json")
        .isEqualTo(SchemaFiles.schema("evaluation").at("/$defs/indicator/properties"));
  }

  @Test
  void takesCodesAndEditionsForTexts() {
    ObjectNode plan = (ObjectNode) SchemaFiles.yaml(PLAN);
    plan.put("region", 410_100);
    assertThat(SchemaFiles.errors("plan", plan)).isNotEmpty();
    ObjectNode scheme = (ObjectNode) SchemaFiles.yaml(SmallCity.text());
    scheme.put("edition", 2023);
    assertThat(SchemaFiles.errors("scheme", scheme)).isNotEmpty();
    assertThat(List.of("scheme", "plan"))
        .allSatisfy(
            name ->
                assertThat(SchemaFiles.schema(name).path("$id").asText())
                    .isEqualTo("urn:io.silvergauge:schema:" + name));
  }
}
