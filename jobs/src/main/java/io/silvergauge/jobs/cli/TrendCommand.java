package io.silvergauge.jobs.cli;

import io.silvergauge.indicators.document.Bilingual;
import io.silvergauge.indicators.evaluation.Bridge;
import io.silvergauge.indicators.evaluation.IndicatorResult;
import io.silvergauge.indicators.evaluation.IndicatorTrend;
import io.silvergauge.indicators.evaluation.Outlook;
import io.silvergauge.indicators.statistic.Period;
import io.silvergauge.jobs.evaluate.ExitCode;
import io.silvergauge.jobs.evaluate.RunFailure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code trend}: why a city's standing is another than before, and how its indicators moved,
 * without Spark.
 */
@Command(name = "trend", mixinStandardHelpOptions = true)
final class TrendCommand implements Callable<Integer> {
  private static final Map<String, Bilingual> WORDS =
      Map.of(
          "better", new Bilingual("变好", "better"),
          "worse", new Bilingual("变差", "worse"),
          "same", new Bilingual("无差别", "no difference"),
          "unclear", new Bilingual("变化不明显", "no clear change"),
          "interval", new Bilingual("区间", "interval"),
          "none", new Bilingual("不检验", "none"),
          "reached", new Bilingual("已达到", "reached"),
          "on_track", new Bilingual("进度正常", "on track"),
          "behind", new Bilingual("落后", "behind"),
          "not_computable", new Bilingual("无法判断", "cannot be told"));

  @Parameters(index = "0", paramLabel = "REGION", descriptionKey = "parameter.explain-region")
  private String region;

  @Parameters(index = "1", paramLabel = "PERIOD", descriptionKey = "option.period-one")
  private Period period;

  @Option(names = "--since", paramLabel = "PERIOD", descriptionKey = "option.trend-since")
  private Period since;

  @Option(names = "--indicators", descriptionKey = "option.trend-indicators")
  private boolean indicators;

  @Mixin private PrintOption print;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec.commandLine(), common);
    PublishedPeriod published = PublishedPeriod.read(common.out(), period);
    published.row(region);
    if (indicators && since != null) {
      throw new RunFailure(
          ExitCode.USAGE,
          new Bilingual(
              "--indicators 说明一次发布中的各期数值，--since 比较两次发布，只能写一项",
              "--indicators tells of the series; --since of two publications; give one of the"
                  + " two"));
    }
    Listing listing =
        indicators
            ? ofIndicators(published)
            : since == null ? ofStanding(published) : bridged(published);
    print.print(listing, console);
    return ExitCode.OK.status();
  }

  private Listing ofStanding(PublishedPeriod published) {
    Outlook.ScoreChange change = published.outlook().city(region).orElseThrow().change();
    if (change == null) {
      throw nothing();
    }
    if (change.reason() != null) {
      throw new RunFailure(ExitCode.USAGE, change.reason());
    }
    Listing listing = causes();
    listing.row("before", null, Bilingual.same(change.since()), change.before());
    add(listing, published, change.parts());
    listing.row("after", null, Bilingual.same(published.evaluation().period()), change.after());
    return listing;
  }

  /** Against an earlier publication, which another edition of the rule book may have made. */
  private Listing bridged(PublishedPeriod published) throws IOException {
    PublishedPeriod earlier = PublishedPeriod.read(common.out(), since);
    earlier.row(region);
    Bridge bridge =
        Bridge.between(
                earlier.evaluation().scheme(),
                earlier.city(region),
                published.evaluation().scheme(),
                published.city(region))
            .orElseThrow(TrendCommand::nothing);
    if (bridge.reason() != null) {
      throw new RunFailure(ExitCode.USAGE, bridge.reason());
    }
    String then = earlier.evaluation().period();
    Listing listing = causes();
    listing.row("before", null, Bilingual.of("%s（当时公布）", "%s as published", then), bridge.before());
    listing.row(
        "bridged",
        null,
        Bilingual.of(
            "%s 的数值按 %s 的方案",
            "values of %s under the rules of %s", then, published.evaluation().period()),
        bridge.bridged());
    add(listing, published, bridge.parts());
    listing.row("after", null, Bilingual.same(published.evaluation().period()), bridge.after());
    return listing;
  }

  private Listing ofIndicators(PublishedPeriod published) throws IOException {
    Listing listing =
        new Listing()
            .text("indicator", "指标", "indicator")
            .text("name", "名称", "name")
            .number("value", "数值", "value")
            .text("unit", "单位", "unit")
            .text("since", "较", "since")
            .number("difference", "变化", "change")
            .text("verdict", "判断", "verdict")
            .text("test", "检验", "test")
            .number("low", "区间起", "from")
            .number("high", "区间止", "to")
            .text("state", "进度", "way")
            .number("expected", "目前应达", "asked by now")
            .number("behind", "落后", "behind")
            .number("pace", "至今速度", "pace")
            .number("needed", "所需速度", "needed")
            .text("arrival", "预计达到", "reached in")
            .text("earliest", "最早", "earliest")
            .text("latest", "最晚", "latest")
            .brief("reason", "说明", "reason");
    for (IndicatorResult one : published.city(region).indicators()) {
      Optional<IndicatorTrend> trend = Optional.ofNullable(one.trend());
      Optional<IndicatorTrend.Change> change = trend.map(IndicatorTrend::change);
      Optional<IndicatorTrend.Way> way = trend.map(IndicatorTrend::way);
      listing.row(
          one.id(),
          published.name(one.id()),
          one.amount(),
          one.unit(),
          change.map(IndicatorTrend.Change::since).orElse(null),
          change.map(IndicatorTrend.Change::difference).orElse(null),
          change.map(IndicatorTrend.Change::verdict).map(TrendCommand::code).orElse(null),
          change.map(IndicatorTrend.Change::test).map(TrendCommand::code).orElse(null),
          change.map(IndicatorTrend.Change::low).orElse(null),
          change.map(IndicatorTrend.Change::high).orElse(null),
          way.map(IndicatorTrend.Way::state).map(TrendCommand::code).orElse(null),
          way.map(IndicatorTrend.Way::expected).orElse(null),
          way.map(IndicatorTrend.Way::behind).orElse(null),
          way.map(IndicatorTrend.Way::pace).orElse(null),
          way.map(IndicatorTrend.Way::needed).orElse(null),
          way.map(IndicatorTrend.Way::arrival).orElse(null),
          way.map(IndicatorTrend.Way::earliest).orElse(null),
          way.map(IndicatorTrend.Way::latest).orElse(null),
          way.map(IndicatorTrend.Way::reason)
              .or(() -> way.map(IndicatorTrend.Way::arrivalReason))
              .orElse(null));
    }
    return listing;
  }

  private static Listing.Code code(String code) {
    return new Listing.Code(code, WORDS.getOrDefault(code, Bilingual.same(code)));
  }

  private static RunFailure nothing() {
    return new RunFailure(
        ExitCode.USAGE,
        new Bilingual(
            "上一时期或本时期没有水平得分，无从比较",
            "there is no standing in this period or the one before, so there is nothing to"
                + " compare"));
  }

  private static Listing causes() {
    return new Listing()
        .text("cause", "原因", "cause")
        .text("indicator", "指标", "indicator")
        .text("name", "名称", "name")
        .number("points", "分值", "points");
  }

  private static void add(
      Listing listing, PublishedPeriod published, List<Outlook.ChangePart> parts) {
    for (Outlook.ChangePart part : parts) {
      listing.row(
          part.cause(),
          part.indicator(),
          part.indicator() == null ? null : published.name(part.indicator()),
          part.points());
    }
  }
}
