package io.silvergauge.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silvergauge.indicators.document.Language;
import io.silvergauge.indicators.evaluation.RegionEvaluation;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a city's page says of change and way. */
class TrendFactsTest {
  private static final RegionEvaluation REGION = Sample.region(Sample.CITY, Sample.results());

  private static Document page(Language language, Consumer<ObjectNode> change) {
    RegionEvaluation moved =
        Edited.of(REGION, json -> change.accept((ObjectNode) json.at("/indicators/0")));
    return Pages.city(Sample.BOTH, moved, language);
  }

  private static String fact(Document page, String name) {
    List<Element> found =
        page.select("dl div").stream()
            .filter(fact -> fact.select("dt").text().equals(name))
            .toList();
    return found.isEmpty() ? "" : found.get(0).select("dd").text();
  }

  private static void sampled(ObjectNode indicator) {
    ObjectNode interval = indicator.putObject("interval");
    interval.put("method", "wilson").put("confidence", 95).put("low", 48.6).put("high", 55.4);
    ObjectNode change = indicator.putObject("trend").putObject("change");
    change.put("since", "2023Q3").put("before", 50).put("difference", 2.02);
    change.put("verdict", "unclear").put("test", "interval").put("confidence", 95);
    change.put("low", -1.5).put("high", 5.5);
  }

  @Test
  void showsTheIntervalOfASampledValueAndOfItsChange() {
    Document page = page(Language.EN, TrendFactsTest::sampled);
    assertThat(fact(page, "Interval of the value").replace('\u00a0', ' '))
        .isEqualTo("95 %: 48.60 % to 55.40 % (Wilson, a share of a sample)");
    assertThat(fact(page, "Change").replace('\u00a0', ' '))
        .isEqualTo(
            "Since 2023 Q3 (50.00 %): +2.02 percentage points, no clear change."
                + " The 95 % interval of the difference is -1.50 percentage points to"
                + " +5.50 percentage points.");
    assertThat(fact(page(Language.ZH, TrendFactsTest::sampled), "变化").replace('\u00a0', ' '))
        .startsWith("较2023年第三季度（50.00%）+2.02个百分点，变化不明显。");
  }

  private static void behind(ObjectNode indicator) {
    ObjectNode change = indicator.putObject("trend").putObject("change");
    change.put("since", "2023Q3").put("before", 50).put("difference", 2.02);
    change.put("verdict", "better").put("test", "none");
    change.putObject("reason").put("zh", "全面统计，不作检验").put("en", "a full count needs no test");
    ObjectNode way = ((ObjectNode) indicator.get("trend")).putObject("way");
    way.put("state", "behind").put("by", "2025Q4").put("target", 60).put("expected", 54.5);
    way.put("behind", 2.5).put("months", 3).put("pace", 0.75).put("needed", 1.25);
    way.put("arrival", "2026-08").put("earliest", "2025-11").put("confidence", 95);
    way.putObject("arrival_reason").put("zh", "给不出").put("en", "no latest month");
  }

  @Test
  void showsHowFarBehindItIsAndWhatWouldBeNeeded() {
    Document page = page(Language.EN, TrendFactsTest::behind);
    assertThat(fact(page, "Change").replace('\u00a0', ' '))
        .endsWith("+2.02 percentage points, better.");
    assertThat(fact(page, "Way to the target").replace('\u00a0', ' '))
        .isEqualTo(
            "Behind by 2.50 percentage points: 54.50 % is asked by now."
                + " Needed +1.25 percentage points a quarter, so far +0.75 percentage points."
                + " At this pace reached in August 2026"
                + " (95 %: not before November 2025, latest month unknown).");
    assertThat(fact(page, "On the way to the plan's targets").replace('\u00a0', ' '))
        .startsWith("1 behind (")
        .contains(" by 2.50 percentage points).")
        .contains("declared as full counts are not tested");
    Document chinese = page(Language.ZH, TrendFactsTest::behind);
    assertThat(fact(chinese, "目标进度").replace('\u00a0', ' '))
        .isEqualTo(
            "落后2.50个百分点：目前应达到54.50%。每季度需+1.25个百分点，至今为+0.75个百分点。"
                + "按目前速度2026年8月达到（95%：不早于2025年11月，最晚时间不定）。");
  }

  @Test
  void saysNothingOfTimeWhereThereIsOnePeriod() {
    Document page = Pages.city(Sample.BOTH, REGION, Language.EN);
    assertThat(fact(page, "Change")).isEmpty();
    assertThat(fact(page, "Way to the target")).isEmpty();
    assertThat(fact(page, "On the way to the plan's targets")).isEmpty();
  }
}
