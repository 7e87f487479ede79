package io.silvergauge.indicators.scheme;

import static io.silvergauge.indicators.TestFiles.changed;
import static io.silvergauge.indicators.TestFiles.said;
import static io.silvergauge.indicators.TestFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SchemaFiles;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.document.Sha256;
import io.silvergauge.indicators.statistic.Period;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editions of a rule book that extend one another. */
class ExtensionTest {
  private static final String NEXT =
      """
      extends: base.yaml
      edition: "2"
      valid_from: 2026-01-01
      remove: {indicators: [parts], vetoes: [too_few]}
      change:
        indicators:
          - {id: beds, weight: 5, target: {at_least: 60, unit: 张, by: 2026Q4}}
        dimensions:
          - {id: care, weight: 70}
      indicators:
        - id: bands
          name: {zh: 新分档, en: New bands}
          dimension: care
          count: {of: beds}
          better: lower
          weight: 3
        - id: more
          name: {zh: 新增, en: More}
          dimension: inner
          count: {of: beds}
          better: higher
          weight: 1
      """;

  private final Faults faults = new Faults();
  private final Map<String, String> files =
      new TreeMap<>(Map.of("base.yaml", RuleLanguageTest.SCHEME));

  private Optional<Scheme> read(String text) {
    files.put("next.yaml", text);
    return SchemeReader.read(
        "next.yaml",
        utf8(text),
        Sha256.of(utf8(text)),
        name ->
            Optional.ofNullable(files.get(name))
                .map(
                    found ->
                        new SchemeLibrary.SchemeFile(name, utf8(found), Sha256.of(utf8(found)))),
        faults);
  }

  private String text() {
    // a list of targets below would stand beside the single one
    files.put(
        "base.yaml",
        changed(
            RuleLanguageTest.SCHEME,
            """
                targets:
                  - {at_least: 20, unit: 张, by: 2023Q4, levels: counties}
                  - {within: [30, 50], unit: 张, by: 2023Q4, milestones: [{by: 2022Q4, within: [20, 50]}]}
            """,
            "    target: {at_least: 20, unit: 张, by: 2023Q4}\n"));
    return NEXT;
  }

  @Test
  void removesChangesReplacesAndAdds() {
    Scheme scheme = read(text()).orElseThrow();
    assertThat(SchemaFiles.errors("scheme", SchemaFiles.yaml(NEXT))).isEmpty();
    assertThat(scheme.id()).isEqualTo("rich");
    assertThat(scheme.edition()).isEqualTo("2");
    assertThat(scheme.bases()).containsExactly("rich 1");
    assertThat(scheme.indicators())
        .extracting(Indicator::id)
        .containsExactly("beds", "bands", "bonus", "more");
    Indicator beds = scheme.indicators().get(0);
    assertThat(beds.weight()).isEqualByComparingTo("5");
    assertThat(beds.target("prefecture").orElseThrow().goal().value()).isEqualByComparingTo("60");
    assertThat(beds.byLevel()).hasSize(1);
    assertThat(scheme.indicators().get(1).name().en()).isEqualTo("New bands");
    assertThat(scheme.groups().get(0).weight()).isEqualByComparingTo("70");
    assertThat(scheme.policies().vetoes()).extracting(Veto::id).containsExactly("false_figure");
    // the time of the edition below is its own
    assertThat(scheme.validTo()).isEmpty();
    assertThat(scheme.appliesIn(Period.parse("2025Q4"))).isFalse();
    assertThat(scheme.appliesIn(Period.parse("2026Q1"))).isTrue();
  }

  @Test
  void hasAnotherHashWhereWhatItExtendsChanges() {
    String before = read(text()).orElseThrow().sha256();
    files.put("base.yaml", files.get("base.yaml").replace("en: Beds}", "en: All beds}"));
    assertThat(read(NEXT).orElseThrow().sha256()).isNotEqualTo(before).hasSize(64);
  }

  @Test
  void extendsAnEditionThatExtendsAnother() {
    files.put("middle.yaml", text());
    Scheme scheme =
        read("""
                extends: middle.yaml
                edition: "3"
                change:
                  indicators: [{id: more, weight: 9}]
                """)
            .orElseThrow();
    assertThat(scheme.bases()).containsExactly("rich 2", "rich 1");
    assertThat(scheme.indicators().get(3).weight()).isEqualByComparingTo("9");
    assertThat(scheme.validFrom()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extends: base.yaml | extends: bass.yaml | next.yaml:1, extends: 'bass.yaml' is neither a file in the folder nor a shipped scheme",
        "edition: '2' | notice: {zh: 甲, en: A} | next.yaml:1, edition: a scheme that extends another must name its own edition",
        "indicators: [parts] | indicators: [part] | next.yaml:4, remove.indicators: there is no 'part' in the file that is extended; did you mean 'parts'?",
        "vetoes: [too_few] | checks: [a] | next.yaml:4, remove.checks: the file that is extended has no list 'checks'",
        "{id: care, weight: 70} | {id: car, weight: 70} | next.yaml:9, change.dimensions[0].id: there is no 'car' in the file that is extended; did you mean 'care'?",
        "weight: 5 | weight: five | next.yaml:7, indicators[beds].weight: 'five' is not a decimal number such as 12.5",
        "{id: beds, weight: 5 | {id: beds, weigh: 5 | next.yaml:7, indicators[beds].weigh: unknown field; known here: ",
        "weight: 3 | weight: three | next.yaml:16, indicators[bands].weight: 'three' is not a decimal number such as 12.5",
        "dimension: inner | dimension: inn | next.yaml:19, indicators[more].dimension: unknown dimension 'inn'; did you mean 'inner'?"
      })
  void saysInWhichFileAFaultStands(String right, String wrong, String message) {
    read(changed(text(), right.replace("'", "\""), wrong));
    assertThat(said(faults)).singleElement().asString().startsWith(message);
  }

  @Test
  void tellsFaultsOfTheFileItExtendsWithThatFile() {
    String text = text();
    files.put("base.yaml", changed(files.get("base.yaml"), "adds: 5", "adds: x"));
    read(text);
    assertThat(said(faults))
        .singleElement()
        .asString()
        .startsWith("base.yaml:")
        .contains("indicators[bonus].adds: 'x' is not a decimal number");
  }

  @Test
  void refusesACircle() {
    files.put("base.yaml", "extends: next.yaml\nedition: '1'\n");
    assertThat(read(NEXT)).isEmpty();
    assertThat(said(faults))
        .containsExactly(
            "base.yaml:1, extends: schemes extend each other in a circle: next.yaml → base.yaml →"
                + " next.yaml");
  }

  @Test
  void takesNothingOutWhereNothingIsExtended() {
    assertThat(read(RuleLanguageTest.SCHEME + "remove: {indicators: [parts]}\n")).isEmpty();
    assertThat(said(faults)).singleElement().asString().contains("remove: unknown field");
  }
}
