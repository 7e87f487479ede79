package io.silvergauge.indicators.document;

import static io.silvergauge.indicators.TestFiles.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
  private static final Bilingual MESSAGE = new Bilingual("缺少此字段", "this field is missing");

  @Test
  void saysFileLineFieldAndMessageInBothLanguages() {
    Fault fault = new Fault("scheme.yaml", 12, "indicators[3].weight", MESSAGE);
    assertThat(fault.in(Language.EN))
        .isEqualTo("scheme.yaml:12, indicators[3].weight: this field is missing");
    assertThat(fault.in(Language.ZH)).isEqualTo("scheme.yaml:12，indicators[3].weight：缺少此字段");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    Fault fault = new Fault("scheme.yaml", 0, "", MESSAGE);
    assertThat(fault.in(Language.EN)).isEqualTo("scheme.yaml: this field is missing");
    assertThat(fault.in(Language.ZH)).isEqualTo("scheme.yaml：缺少此字段");
  }

  @Test
  void listsFilesAsTheyWereReadAndEachFromTopToBottom() {
    Faults faults = new Faults();
    faults.add("z.yaml", 9, "b", MESSAGE);
    faults.add("a.csv", 4, "", MESSAGE);
    faults.add("z.yaml", 2, "a", MESSAGE);
    faults.add("z.yaml", 9, "a", MESSAGE);
    assertThat(said(faults))
        .containsExactly(
            "z.yaml:2, a: this field is missing",
            "z.yaml:9, b: this field is missing",
            "z.yaml:9, a: this field is missing",
            "a.csv:4: this field is missing");
  }

  @Test
  void repeatsNoNumberOfAPerson() {
    Faults faults = new Faults();
    faults.add("cities.csv", 2, "13800138000", MESSAGE);
    faults.add("cities.csv", 3, "", Bilingual.of("“%s”", "'%s'", "11010519491231002X"));
    faults.add("notes/138 0013 8000.md", 0, "", MESSAGE);
    faults.add("13800138000.yaml", 0, "", MESSAGE);
    faults.add("plans/150000_2023_1.yaml", 0, "", MESSAGE);

    assertThat(said(faults))
        .containsExactly(
            "cities.csv:2, …: this field is missing",
            "cities.csv:3: " + PersonalData.FOUND.en(),
            "notes/…: this field is missing",
            "…: this field is missing",
            "plans/150000_2023_1.yaml: this field is missing");
  }

  @Test
  void endsTheReadingWithEveryFaultOrNotAtAll() {
    Faults faults = new Faults();
    assertThatCode(faults::throwIfAny).doesNotThrowAnyException();
    faults.add("a.yaml", 2, "x", MESSAGE);
    faults.add("a.yaml", 1, "y", MESSAGE);
    assertThatThrownBy(faults::throwIfAny)
        .isInstanceOfSatisfying(
            FaultyFilesException.class,
            thrown -> assertThat(thrown.faults()).extracting(Fault::line).containsExactly(1, 2))
        .hasMessageContainingAll("a.yaml:1, y", "a.yaml:2, x");
  }

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "nursing_bed, nursing_beds, 1",
    "'', abc, 3",
    "老年人, 老人, 1",
    "same, same, 0"
  })
  void countsTheCharactersThatDiffer(String left, String right, int distance) {
    assertThat(Suggestion.distance(left, right)).isEqualTo(distance);
    assertThat(Suggestion.distance(right, left)).isEqualTo(distance);
  }

  @Test
  void suggestsTheNearestNameAndNoneThatIsFar() {
    List<String> known = List.of("institution_beds", "nursing_beds", "care_workers");
    assertThat(Suggestion.nearest("nursing_bed", known))
        .isEqualTo(new Bilingual("；是否应为“nursing_beds”？", "; did you mean 'nursing_beds'?"));
    assertThat(Suggestion.nearest("population", known)).isEqualTo(Bilingual.EMPTY);
    assertThat(Suggestion.nearest("nursing_beds", List.of())).isEqualTo(Bilingual.EMPTY);
  }

  @Test
  void fillsEachLanguageWithItsOwnWords() {
    Bilingual inner = new Bilingual("床位", "beds");
    assertThat(Bilingual.of("缺少%s（%d）", "%s missing (%d)", inner, 12_345))
        .isEqualTo(new Bilingual("缺少床位（12345）", "beds missing (12345)"));
    assertThat(Bilingual.same("x").in(Language.ZH)).isEqualTo("x");
  }

  @Test
  void knowsLanguagesByTheirCode() {
    assertThat(Language.of("zh")).contains(Language.ZH);
    assertThat(Language.of("en")).contains(Language.EN);
    assertThat(Language.of("EN")).isEmpty();
    assertThat(Language.ZH.code()).isEqualTo("zh");
  }

  @Test
  void listsTenThousandAndCountsTheRest() {
    Faults faults = new Faults();
    for (int line = 10_007; line > 0; line--) {
      faults.add("plans/x.yaml", line, "", Bilingual.same("wrong"));
    }
    assertThat(faults.count()).isEqualTo(10_007);
    assertThat(faults.all()).hasSize(10_001);
    // the lines 10007 to 8 came first and are listed, from top to bottom
    assertThat(faults.all().get(0).line()).isEqualTo(8);
    assertThat(faults.all().get(10_000).in(Language.EN))
        .isEqualTo("plans/x.yaml: 7 faults more; at most 10000 are listed");
    assertThat(faults.all().get(10_000).in(Language.ZH))
        .isEqualTo("plans/x.yaml：另有 7 处错误；最多列出 10000 处");
  }
}
