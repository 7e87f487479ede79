package io.silvergauge.indicators.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.indicators.statistic.Fraction;
import io.silvergauge.indicators.statistic.LeafSum;
import io.silvergauge.indicators.statistic.Mark;
import io.silvergauge.indicators.statistic.Origin;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.indicators.statistic.ValueStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A leaf whose villages report funds in different units, one of which says nothing. */
class BlankUnitsTest {
  private static final Period YEAR = Period.parse("2023");

  private static Delivered said(String slot, String unit, Mark mark, String sum) {
    LeafSum of =
        new LeafSum(
            "110101",
            "funds",
            YEAR,
            unit,
            mark,
            new BigDecimal(sum),
            1,
            0,
            ValueStatus.EVIDENCED,
            LocalDate.of(2023, 12, 31),
            "",
            new Origin("villages.csv", "", 2, "资金"));
    return new Delivered(of, "villages", slot, 0);
  }

  private static LeafSeries.Say say(Delivered... all) {
    return new LeafSeries(List.of(all), List.of()).says().get(YEAR);
  }

  @Test
  void makeTheWholeMissingWhateverTheUnitOfTheBlank() {
    LeafSeries.Say say =
        say(said("a", "元", Mark.NUMBER, "500"), said("a", "万元", Mark.MISSING, "0"));

    assertThat(say.mark()).isEqualTo(Mark.MISSING);
  }

  @Test
  void contradictNobody() {
    LeafSeries.Say say =
        say(
            said("a", "元", Mark.NUMBER, "500"),
            said("a", "万元", Mark.MISSING, "0"),
            said("b", "元", Mark.NUMBER, "700"));

    assertThat(say.conflicting()).isFalse();
    assertThat(say.deliveries()).singleElement().returns("b", Delivered::slot);
    assertThat(Fraction.of(say.sums().get(0).sum())).isEqualTo(Fraction.of(700));
  }
}
