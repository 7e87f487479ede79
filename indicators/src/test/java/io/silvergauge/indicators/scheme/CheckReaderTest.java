package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static io.silvergauge.indicators.TestFiles.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.check.Check;
import io.silvergauge.indicators.check.Rule;
import io.silvergauge.indicators.check.Severity;
import io.silvergauge.indicators.document.Faults;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckReaderTest {
  private static final String CHECKS =
      SmallCity.text()
          + """

          checks:
            - {id: part, level: 1, severity: error, message: {zh: "{nursing_beds} 应不大于 {institution_beds}", en: "{nursing_beds} of {institution_beds}"}, holds: nursing_beds <= institution_beds}
            - {id: sum, level: 1, severity: warning, message: {zh: "{computed}", en: "{computed} within {limit}"}, total: {of: [visited, social_workers], is: listed, within: 0.5}}
            - {id: said, level: 1, severity: warning, message: {zh: "{computed}", en: "{stated_by_county}"}, share: {of: nursing_beds, in: institution_beds, stated: stated_by_county, within: 0.05}}
            - {id: leap, level: 2, severity: warning, message: {zh: "{change}", en: "{previous}"}, jump: {of: persons, over: 50}}
            - {id: same, level: 2, severity: info, message: {zh: "{persons}", en: "{limit}"}, unchanged: {of: persons, periods: 4}}
            - {id: old, level: 2, severity: info, message: {zh: "{reference_date}", en: "{region} {period}"}, stale: {of: aged, months: 18}}
            - {id: silent, level: 2, severity: info, message: {zh: 未报, en: nothing}, expected_leaves: {of: persons}}
          """;

  private static List<String> faultsOf(String text) {
    Faults faults = new Faults();
    assertThat(SchemeReader.read("scheme.yaml", TestFiles.utf8(text), "", faults)).isEmpty();
    return said(faults);
  }

  @Test
  void readsOneOfEachKind() {
    List<Check> checks = TestFiles.scheme(CHECKS).checks();
    assertThat(checks)
        .extracting(Check::id)
        .containsExactly("part", "sum", "said", "leap", "same", "old", "silent");
    assertThat(checks.get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(checks.get(0).rule().statistics())
        .containsExactly("institution_beds", "nursing_beds");
    assertThat(checks.stream().skip(1).map(Check::rule))
        .containsExactly(
            new Rule.Total(List.of("visited", "social_workers"), "listed", new BigDecimal("0.5")),
            new Rule.Share(
                "nursing_beds", "institution_beds", "stated_by_county", new BigDecimal("0.05")),
            new Rule.Jump("persons", new BigDecimal("50")),
            new Rule.Unchanged("persons", 4),
            new Rule.Stale("aged", 18),
            new Rule.ExpectedLeaves("persons"));
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(CHECKS))).isEmpty();
  }

  /** What the JSON Schema can see as well. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id: sum, level: 1, | id: sum, level: 6,",
        "id: sum, level: 1, | id: sum,",
        "id: sum, level: 1, | id: Sum, level: 1,",
        "id: old, level: 2, severity: info | id: old, level: 2, severity: hint",
        "id: old, level: 2, severity: info | id: old, level: 2",
        "stale: {of: aged, months: 18} | stale: {of: aged, months: 0}",
        "stale: {of: aged, months: 18} | stale: {of: aged}",
        "stale: {of: aged, months: 18} | older: {of: aged, months: 18}",
        "stale: {of: aged, months: 18} | stale: {of: aged, months: 18}, jump: {of: aged, over: 5}",
        "unchanged: {of: persons, periods: 4} | unchanged: {of: persons, periods: 1}",
        "jump: {of: persons, over: 50} | jump: {of: persons, over: -1}",
        "jump: {of: persons, over: 50} | jump: {of: persons, over: 50, under: 1}",
        "of: [visited, social_workers] | of: [visited]",
        "of: [visited, social_workers] | of: [visited, visited]",
        "stated: stated_by_county, within: 0.05 | stated: stated_by_county",
        "id: silent, level: 2, severity: info | id: silent, level: 2, severity: error",
        "message: {zh: 未报, en: nothing} | message: {zh: 未报}",
      })
  void refusesWhatTheSchemaRefuses(String right, String wrong) {
    String text = changed(CHECKS, right, wrong);
    assertThat(faultsOf(text)).isNotEmpty();
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(text))).isNotEmpty();
  }

  @Test
  void saysEveryFaultOfAllChecksAtOnce() {
    String text =
        CHECKS
            .replace("holds: nursing_beds <= institution_beds", "holds: nursing_bed <= 1")
            .replace("of: [visited, social_workers]", "of: [visited, land]")
            .replace("stated: stated_by_county", "stated: persons")
            .replace("id: leap", "id: sum")
            .replace("jump: {of: persons, over: 50}", "jump: {of: person, over: 50}")
            .replace("en: \"{limit}\"", "en: \"{limits}\"");
    assertThat(faultsOf(text))
        .hasSize(6)
        .anySatisfy(fault -> assertThat(fault).contains("checks[0].holds", "'nursing_beds'"))
        .anySatisfy(fault -> assertThat(fault).contains("checks[1].total.of", "'平方米'", "'人'"))
        .anySatisfy(fault -> assertThat(fault).contains("checks[2].share.stated", "'人'", "'%'"))
        .anySatisfy(fault -> assertThat(fault).contains("'sum' stands twice"))
        .anySatisfy(fault -> assertThat(fault).contains("'person'", "did you mean 'persons'?"))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .contains("'{limits}' is not one of: limit, period, persons, region"));
  }
}
