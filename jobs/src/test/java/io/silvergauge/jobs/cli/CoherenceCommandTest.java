package io.silvergauge.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.silvergauge.jobs.SmallAssessment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coherence}, and the weights that follow from it, of three cities with a standing. */
class CoherenceCommandTest {
  @TempDir static Path temp;

  private static Path out;

  @BeforeAll
  static void evaluate() {
    out = temp.resolve("out");
    Path assessment =
        SmallAssessment.delivered()
            .file(
                "scheme.yaml",
                SmallAssessment.SCHEME.replace("publish_from: 50", "publish_from: 1")
                    + "robustness: {seed: 7, replications: 100, weights: 25}\n")
            .write(temp.resolve("assessment"));
    assertThat(Cli.run("evaluate", assessment, "--out", out).status()).isZero();
  }

  private static Cli.Ran run(Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--out", out));
    return Cli.run(all.toArray());
  }

  /**
   * Rules 100, 0 and 100; totals 76, 0.6 · (2 · 32 + 40) / 3 = 20.8 and 100. Their deviations from
   * 65.6 are 10.4, −44.8 and 34.4: 4,480 / √(6,666.67 · 3,298.56).
   */
  @Test
  void saysHowThePartsGoTogether() {
    assertThat(run("coherence", "2023Q4", "--print", "csv").lines())
        .containsSubsequence(
            "measure,group,one,other,value,reported,cities,flag",
            "correlation,care,nursing_share,beds_per_1000,,,,not_computable", // of two cities
            "with_group,rules,policy_in_place,,1,,3,",
            "with_group,total,rules,,0.955348,,3,",
            "effective_weight,,nursing_share,,0.4,,,",
            "skewness,,policy_in_place,,,,3,too_few");
    assertThat(run("coherence", "2023Q4", "--flagged", "--lang", "zh").out())
        .contains("相关系数", "不可计算", "数据过少或相同")
        .doesNotContain("有效权重", "0.955348");
  }

  @Test
  void namesTheGroupsThatHaveNoComponents() {
    Cli.Ran ran = run("whatif", "2023Q4", "--weights", "pca", "--print", "csv");
    assertThat(ran.lines()).containsExactly("step,choice,mean_shift,largest_shift,lost");
    assertThat(ran.err()).contains("group 'care': its scores have no components");
    assertThat(ran.status()).isZero();
    assertThat(run("whatif", "2023Q4", "--weights", "opt").status()).isEqualTo(2);
  }

  /** No draw of weights changes a rank here, so there is nothing to explain. */
  @Test
  void sharesTheMovesOfRanks() {
    assertThat(run("robustness", "2023Q4", "--sensitivity", "--print", "csv").lines())
        .containsExactly(
            "uncertainty,first,first_low,first_high,total,total_low,total_high",
            "weights,0,0,0,0,0,0");
    assertThat(
            run("robustness", "2023Q4", "--sensitivity", "--region", "110200", "--print", "csv")
                .lines())
        .contains("weights,0,0,0,0,0,0");
    assertThat(run("robustness", "2023Q4", "--sensitivity", "--region", "110101").err())
        .contains("has no city '110101'");
    assertThat(run("robustness", "2023Q4", "--region", "110100").err())
        .contains("--region goes with --sensitivity only");
    assertThat(run("robustness", "2023Q4", "--sensitivity", "--replications", "1").status())
        .isEqualTo(2);
  }
}
