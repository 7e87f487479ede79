package io.silvergauge.indicators.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.silvergauge.indicators.document.InvalidValueException;
import io.silvergauge.indicators.statistic.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations of several institutes as one. */
class MergeTest {
  private static final String SCHEME =
      FourIndicators.SCHEME
          + "robustness: {seed: 7, replications: 100, weights: 25, leave_one_out: true}\n";
  private static final Period BEFORE = Period.parse("2023Q3");

  /** Six cities; the first value a quarter before, and now. */
  private static final Map<String, List<String>> CITIES =
      new TreeMap<>(
          Map.of(
              "a", List.of("90", "10", "20"),
              "b", List.of("80", "30", "35"),
              "c", List.of("50", "70", "60"),
              "d", List.of("40", "60", "99"),
              "e", List.of("20", "-", "15"),
              "f", List.of("-", "44", "45")));

  private static FourIndicators cities(String scheme, List<String> codes, Period period) {
    FourIndicators all = new FourIndicators(scheme, period);
    int was = period.equals(BEFORE) ? 1 : 0;
    for (String code : codes) {
      List<String> says = CITIES.get(code);
      String level = code.compareTo("d") < 0 ? "prefecture" : "county";
      all.city(code, level, says.get(was), says.get(1), says.get(2), "-");
    }
    return all;
  }

  /** An evaluation as the program publishes it: ranked, with history, with an outlook. */
  private static Merge.Part part(String name, String scheme, List<String> codes) {
    FourIndicators now = cities(scheme, codes, FourIndicators.PERIOD);
    SchemeView view = SchemeView.of(now.scheme());
    List<RegionEvaluation> before = cities(scheme, codes, BEFORE).ranked();
    List<RegionEvaluation> ranked = now.ranked();
    Evaluation all = now.evaluation();
    Evaluation evaluation =
        new Evaluation(
            all.model(),
            all.name(),
            all.notice(),
            all.period(),
            all.asOf(),
            all.snapshot(),
            all.conduct(),
            view,
            all.cities(),
            all.deliveries(),
            all.rejects(),
            all.findings(),
            OutlookMaker.of(view, ranked, before),
            all.senders());
    return new Merge.Part(name, evaluation, History.attached(view, ranked, List.of(before)));
  }

  private static Merge.Part part(String name, String... codes) {
    return part(name, SCHEME, List.of(codes));
  }

  private static Merge.Part part(String codes) {
    return part(codes, codes.split(""));
  }

  /** However the cities are dealt out, the parts together are the whole. */
  @ParameterizedTest
  @ValueSource(strings = {"abc def", "ad be cf", "a b c d e f", "fedcb a", "abcdef"})
  void makesTheWholeOfItsParts(String dealt) {
    Merge.Part whole = part("abcdef");
    List<Merge.Part> parts = new ArrayList<>();
    for (String codes : dealt.split(" ")) {
      parts.add(part(codes));
    }
    Merge.Merged merged = Merge.of(parts);
    assertThat(merged.evaluation().cities()).isEqualTo(whole.evaluation().cities());
    assertThat(merged.cities()).isEqualTo(whole.cities());
    assertThat(merged.evaluation().outlook()).isEqualTo(whole.evaluation().outlook());
  }

  @Test
  void ranksAmongAllOfThem() {
    // a 0.6·(3·90 + 10)/4 + 0.4·20 = 50; d 0.6·(3·40 + 60)/4 + 0.4·99 = 66.6
    assertThat(Merge.of(List.of(part("a"), part("d"))).evaluation().cities())
        .extracting(Evaluation.CityRow::code, Evaluation.CityRow::rank)
        .containsExactly(tuple("d", 1), tuple("a", 2));
  }

  /** Who signed the north did not see the south. */
  @Test
  void isADraftWhoeverSignedAPart() {
    Merge.Part north = part("north", "a");
    Signing.Signature one =
        new Signing.Signature("2023Q4", "李明", "组长", "2024-02-09", "1".repeat(64));
    Merge.Part signed =
        new Merge.Part(
            "north",
            north.evaluation().signed(new Signing("1".repeat(64), List.of(one), List.of())),
            north.cities());
    Merge.Merged merged = Merge.of(List.of(signed, part("south", "d")));
    Signing signing = merged.evaluation().conduct().signing();
    assertThat(signing.signed()).isFalse();
    assertThat(signing.superseded()).isEmpty();
    assertThat(signing.content()).isEqualTo(Signing.content(merged.evaluation(), merged.cities()));
  }

  /** Both were given the province's file, of which one row was refused. */
  @Test
  void countsWhatWasRefusedOfASharedFileOnce() {
    Merge.Part north = part("north", "a");
    Merge.Part south = part("south", "d");
    assertThat(north.evaluation().rejects()).isEqualTo(1);
    assertThat(north.evaluation().deliveries()).isEqualTo(south.evaluation().deliveries());
    assertThat(Merge.of(List.of(north, south)).evaluation().rejects()).isEqualTo(1);
  }

  @Test
  void refusesACityThatIsThereTwice() {
    assertThatThrownBy(() -> Merge.of(List.of(part("north", "a", "b"), part("south", "b"))))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("south cannot be merged: city 'b' is in north already");
  }

  @Test
  void refusesAnotherRuleBookByName() throws IOException {
    Merge.Part south = part("south", "d");
    String json = new String(EvaluationJson.write(south.evaluation()), StandardCharsets.UTF_8);
    Evaluation changed =
        EvaluationJson.read(
            json.replace("0".repeat(64), "1".repeat(64)).getBytes(StandardCharsets.UTF_8),
            Evaluation.class);
    Merge.Part other = new Merge.Part("south", changed, south.cities());
    assertThatThrownBy(() -> Merge.of(List.of(part("north", "a"), other)))
        .hasMessageContaining(
            "south cannot be merged: its scheme hash is "
                + "1".repeat(64)
                + ", that of north is 0");
  }

  /** The same file, read by another version of the program. */
  @Test
  void refusesAnotherReadingOfTheSameRuleBook() {
    Merge.Part other = part("south", SCHEME.replace("weight: 3", "weight: 2"), List.of("d"));
    assertThatThrownBy(() -> Merge.of(List.of(part("north", "a"), other)))
        .hasMessageContaining("its scheme has the same hash but says something else");
  }

  @Test
  void refusesAnotherPeriodByName() {
    FourIndicators earlier = cities(SCHEME, List.of("d"), BEFORE);
    Merge.Part other = new Merge.Part("south", earlier.evaluation(), earlier.ranked());
    assertThatThrownBy(() -> Merge.of(List.of(part("north", "a"), other)))
        .hasMessageContaining(
            "south cannot be merged: its period is 2023Q3, that of north is 2023Q4");
  }
}
