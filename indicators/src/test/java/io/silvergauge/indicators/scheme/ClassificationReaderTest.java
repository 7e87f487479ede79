package io.silvergauge.indicators.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.SmallCity;
import io.silvergauge.indicators.TestFiles;
import io.silvergauge.indicators.document.Faults;
import io.silvergauge.indicators.statistic.Fraction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassificationReaderTest {
  private static final String BEDS =
      """
      classifications:
        - id: beds
          name: {zh: 床位规模, en: Beds}
          note: {zh: 示例, en: Illustrative}
          count: {of: institution_beds}
          classes:
            - {id: many, name: {zh: 多, en: Many}, from: 1000}
            - {id: few, name: {zh: 少, en: Few}, from: 10}
        - id: area
          name: {zh: 地区, en: Area}
          source: {document: 划分方法, clause: "1"}
          classes:
            - {id: east, name: {zh: 东, en: East}, regions: ["320000", "330000"]}
            - {id: centre, name: {zh: 中, en: Centre}, regions: ["410000"]}
      """;

  private static Optional<Scheme> read(String more, Faults faults) {
    return SchemeReader.read("s.yaml", TestFiles.utf8(SmallCity.text() + "\n" + more), "h", faults);
  }

  private static List<String> faults(String more) {
    Faults faults = new Faults();
    assertThat(read(more, faults)).isEmpty();
    return faults.all().stream().map(fault -> fault.field() + ": " + fault.message().en()).toList();
  }

  /** A value at a bound belongs to the class above it: 1,000 beds are many, 999 few, 9 nothing. */
  @Test
  void putsAValueIntoTheHighestClassWhoseBoundItReaches() {
    Classification beds = read(BEDS, new Faults()).orElseThrow().classifications().get(0);
    assertThat(beds.unit()).isEqualTo("张");
    assertThat(beds.of(Fraction.of(1000)).orElseThrow().id()).isEqualTo("many");
    assertThat(beds.of(Fraction.of(999)).orElseThrow().id()).isEqualTo("few");
    assertThat(beds.of(Fraction.of(9))).isEmpty();
  }

  @Test
  void putsACityIntoTheClassOfTheNearestRegionThatIsNamed() {
    Classification area = read(BEDS, new Faults()).orElseThrow().classifications().get(1);
    assertThat(area.measure()).isNull();
    assertThat(area.of(List.of("410100", "410000", "000000")).orElseThrow().id())
        .isEqualTo("centre");
    assertThat(area.of(List.of("110105", "110000", "000000"))).isEmpty();
  }

  @Test
  void namesEveryFault() {
    assertThat(
            faults(
                """
                classifications:
                  - id: level
                    name: {zh: 规模, en: Size}
                    count: {of: institution_bedz}
                    classes:
                      - {id: few, name: {zh: 少, en: Few}, from: 10}
                      - {id: few, name: {zh: 多, en: Many}, from: 1000}
                  - id: area
                    name: {zh: 地区, en: Area}
                    classes:
                      - {id: east, name: {zh: 东, en: East}, regions: ["320000"]}
                      - {id: west, name: {zh: 西, en: West}, regions: ["320000"]}
                      - {id: rest, name: {zh: 其他, en: Rest}}
                  - id: one
                    name: {zh: 一类, en: One}
                    classes:
                      - {id: all, name: {zh: 全部, en: All}, regions: "410000"}
                """))
        .containsExactly(
            "classifications[0].id: 'level' stands twice or is reserved (province, level)",
            "classifications[0].count.of: unknown statistic 'institution_bedz'; did you mean 'institution_beds'?",
            "classifications[0].classes[1].id: class 'few' stands twice",
            "classifications[0].classes[1].from: 1000 must be below 10 of the class before: write"
                + " them from the highest down",
            "classifications[1].classes[1].regions: 320000 belongs to 'east' already; a region can"
                + " be in one class only",
            "classifications[1].classes[2].regions: at least one region code is needed; classes by"
                + " value need a measure (share, per_head, count, amount) and from",
            "classifications[2].classes: at least two classes are needed");
  }
}
